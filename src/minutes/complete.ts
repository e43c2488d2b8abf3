import { describeTask } from "../language/task.ts";
import { Subjects } from "./about.ts";
import type { ActionDraft, Context, DecisionDraft, MilestoneDraft, ReferenceDraft } from "./context.ts";
import type { Excerpts } from "./excerpts/excerpts.ts";
import type { Drafts } from "./findings.ts";
import type {
  Action,
  Decision,
  KnownLogin,
  LineRange,
  Meeting,
  MilestoneMention,
  Reference,
} from "./meeting.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Adds to each finding what its place on the page gives: topic, excerpt, context, what it is about, logins. */
export function completeFindings(
  drafts: Drafts,
  context: Context,
  excerpts: Excerpts,
): Pick<Meeting, "references" | "milestones" | "actions" | "decisions"> {
  const subjects = new Subjects(context);
  return {
    references: drafts.references.map((draft) => completeReference(draft, context, excerpts)),
    milestones: drafts.milestones.map((draft) => completeMilestone(draft, context, excerpts)),
    actions: drafts.actions.map((draft) => completeAction(draft, context, excerpts, subjects)),
    decisions: drafts.decisions.map((draft) => completeDecision(draft, context, excerpts, subjects)),
  };
}

function completeReference(
  { block, offset: _, ...own }: ReferenceDraft,
  context: Context,
  excerpts: Excerpts,
): Reference {
  const { topic, topicId } = surroundingsOf(excerpts, context, block, own.line);
  return { ...own, topic, topicId, excerpt: excerpts.ofLine(block, own.line) };
}

function completeMilestone(draft: MilestoneDraft, context: Context, excerpts: Excerpts): MilestoneMention {
  const { block, offset: _, ...own } = draft;
  const { topic, topicId, excerpt } = surroundingsOf(excerpts, context, block, own.line);
  return { ...own, topic, topicId, excerpt };
}

/** A finding's own lines, with what hangs below its block if it is all of that block. */
function wholeRange({ block, line, endLine }: ActionDraft | DecisionDraft): LineRange {
  const isWhole = line === block.line && block.kind !== "heading";
  return { line, endLine: isWhole ? Math.max(endLine, block.lastLine) : endLine };
}

function knownLogin(owner: string, { people }: Context): KnownLogin[] {
  const person = people.find(owner);
  if (person === null || person.login === null || person.from === "speech") return [];
  return [{ login: person.login, name: person.name, from: person.from }];
}

const PROFILE = /^https?:\/\/(?:www\.)?github\.com\/([A-Za-z\d][A-Za-z\d-]{0,38})\/?$/i;
const LOGIN_BESIDE = /^ ?[([]@([A-Za-z\d][A-Za-z\d-]{0,38})[)\]]/;

/** The logins that an action's own words give to a name: `Ada (@ada)`, `[Ada](https://github.com/ada)`. */
function loginsBeside({ text, spans }: ActionDraft["block"], name: string): readonly string[] {
  const logins: string[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const beside = LOGIN_BESIDE.exec(text.slice(end, end + 44))?.[1];
    if (beside !== undefined) logins.push(beside);
    for (const span of spans) {
      const profile = span.start <= at && span.end >= end ? PROFILE.exec(span.url ?? "")?.[1] : undefined;
      if (profile !== undefined) logins.push(profile);
    }
  }
  return logins.map((login) => login.toLowerCase());
}

function completeAction(
  draft: ActionDraft,
  context: Context,
  excerpts: Excerpts,
  subjects: Subjects,
): Action {
  const { block, ...own } = draft;
  // Of two logins that the minutes give to one name, nobody knows whose the action is.
  const known = own.owners.flatMap((owner) => {
    const beside = loginsBeside(block, owner);
    return knownLogin(owner, context).filter(({ login }) =>
      beside.every((other) => other === login.toLowerCase()),
    );
  });
  const logins = known.map(({ login }) => login);
  const about = subjects.about(wholeRange(draft));
  const surroundings = surroundingsOf(excerpts, context, block, own.line);
  return { ...own, ...describeTask(own), ...surroundings, logins, known, about };
}

function completeDecision(
  draft: DecisionDraft,
  context: Context,
  excerpts: Excerpts,
  subjects: Subjects,
): Decision {
  const { block, ...own } = draft;
  const range = wholeRange(draft);
  const settled = subjects.settled(range);
  const outcome = settled?.outcome == null ? null : { milestone: settled.title, kind: settled.outcome };
  return {
    ...own,
    ...surroundingsOf(excerpts, context, block, own.line),
    about: subjects.about(range),
    outcome,
  };
}
