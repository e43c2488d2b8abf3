import { findAttendees } from "./attendees/find-attendees.ts";
import { buildPage } from "./build-page.ts";
import type { ActionDraft, Context, DecisionDraft } from "./context.ts";
import { findAll } from "./findings.ts";
import type { About, Action, Decision, Meeting } from "./meeting.ts";
import { findDate } from "./dates/find-date.ts";
import type { ReadingOptions } from "./options.ts";
import { makePeople } from "./people.ts";
import { assignSpeakers, findSpeakers } from "./speakers.ts";
import { surroundingsOf } from "./surroundings.ts";
import { findTopics } from "./topics.ts";
import type { Page } from "./page.ts";

/** Reads one file of minutes. Never throws: whatever is odd becomes a warning. */
export function readMinutes(path: string, source: string, options: ReadingOptions): Meeting {
  const page = buildPage(path, source, options);
  const attendees = findAttendees(page.blocks, page.frontMatter, options.people);
  const people = makePeople(options.people, attendees, findSpeakers(page.blocks));
  assignSpeakers(page.blocks, people);
  const topics = findTopics(page);
  const topicAt = (line: number) =>
    topics.findLast((topic) => topic.line <= line && line <= topic.endLine) ?? null;
  const context: Context = {
    options,
    date: findDate(page).date,
    attendees,
    people,
    topics,
    topicAt,
    references: [],
    milestones: [],
  };
  const drafts = findAll(page, context);
  const { definitions, privateParts } = page;
  return {
    path,
    title: page.blocks.find((block) => block.kind === "heading")?.plain ?? null,
    date: context.date,
    attendees,
    topics,
    references: drafts.references.map(({ block, offset: _, ...draft }) => {
      const { context: __, ...place } = surroundingsOf(page, context, block);
      return { ...draft, ...place };
    }),
    milestones: drafts.milestones.map(({ block, offset: _, ...draft }) => {
      const { context: __, ...place } = surroundingsOf(page, context, block);
      return { ...draft, ...place };
    }),
    actions: drafts.actions.map((draft) => completeAction(page, context, draft)),
    decisions: drafts.decisions.map((draft) => completeDecision(page, context, draft)),
    warnings: [],
    definitions,
    privateParts,
  };
}

const nothing: About = { references: [], milestones: [] };

function completeAction(page: Page, context: Context, { block, ...draft }: ActionDraft): Action {
  const logins = draft.owners.flatMap((owner) => context.people.loginOf(owner) ?? []);
  return { ...draft, ...surroundingsOf(page, context, block), logins, about: nothing };
}

function completeDecision(page: Page, context: Context, { block, ...draft }: DecisionDraft): Decision {
  return { ...draft, ...surroundingsOf(page, context, block), about: nothing, outcome: null };
}
