import type { PhrasingContent, RootContent } from "mdast";
import type { Decision, LineRange, Meeting, MilestoneOutcome } from "../../minutes/meeting.ts";
import { commitLink, lineLink, type LinkBase } from "../links.ts";
import { findMilestone } from "../milestones/find-milestone.ts";
import { outcomeFor } from "../milestones/outcome-for.ts";
import { bullets, html, link, paragraph, strong, text } from "../quote/build.ts";
import { printGfm } from "../quote/markdown.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { quotedExcerpt, rangeOf } from "../quote/quoted-excerpt.ts";
import { longDate } from "../text/dates.ts";
import { meetingCalled } from "../text/meeting-called.ts";
import { decisionText } from "../text/decision-text.ts";
import { settingsLink } from "../text/settings-link.ts";
import { issueToken } from "../tokens.ts";
import type { ExcerptGroup } from "./excerpts.ts";
import { contextOf } from "./decision-context.ts";
import { excerptPath } from "./excerpt-path.ts";
import { withoutAlreadySaid } from "./news.ts";
import type { CommentAction, CommentContent, Rendering } from "./content.ts";

/** No list in a comment is longer. */
const MAX_BULLETS = 30;

const MAX_TEXT = 400;

const OUTCOMES: Readonly<Record<MilestoneOutcome, string>> = {
  in: "goes into",
  slipped: "moved to",
  out: "stays out of",
};

/**
 * `Discussed on 23 November 2020 in pip team meeting.`
 *
 * @param isDiscussed - Whether the minutes discuss it, and do not merely list it.
 */
export function introOf(
  meeting: Meeting,
  lines: LineRange,
  isDiscussed: boolean,
  { base }: Rendering,
): RootContent[] {
  const name = link(
    lineLink(base, meeting.path, lines.line, lines.endLine),
    words(meetingCalled(meeting, base)),
  );
  const on = meeting.date === null ? [] : [text("on "), strong(text(longDate(meeting.date))), text(" ")];
  return [paragraph(text(isDiscussed ? "Discussed " : "Mentioned "), ...on, text("in "), name, text("."))];
}

export function decisionsOf(content: CommentContent, rendering: Rendering): RootContent[] {
  if (content.decisions.length === 0) return [];
  const items = content.decisions
    .slice(0, MAX_BULLETS)
    .map((decision) => decisionItem(decision, content, rendering));
  return [paragraph(strong(text("Decided"))), bullets(items), ...andMore(content.decisions.length)];
}

function decisionItem(decision: Decision, content: CommentContent, { base }: Rendering): PhrasingContent[] {
  const { meeting, target } = content;
  const item: PhrasingContent[] = [
    link(
      lineLink(base, meeting.path, decision.line, decision.endLine),
      words(decisionText(decision.text.replace(/[.;]$/, ""), MAX_TEXT)),
    ),
  ];
  const outcome = outcomeFor(
    decision,
    content.references.map((reference) => reference.target),
  );
  if (outcome !== null) {
    const milestone = findMilestone(target.milestones, outcome.milestone);
    const title = words(milestone?.title ?? outcome.milestone);
    item.push(
      text(` → ${OUTCOMES[outcome.kind]} `),
      milestone === null ? strong(title) : link(milestone.url, title),
    );
  }
  return [...item, ...contextOf(decision)];
}

export function actionsOf(content: CommentContent, rendering: Rendering): RootContent[] {
  if (content.actions.length === 0) return [];
  const items = content.actions.slice(0, MAX_BULLETS).map((action) => actionItem(action, content, rendering));
  return [paragraph(strong(text("To do"))), bullets(items), ...andMore(content.actions.length)];
}

function actionItem(
  action: CommentAction,
  { meeting }: CommentContent,
  rendering: Rendering,
): PhrasingContent[] {
  const title = words(action.title);
  const item: PhrasingContent[] = [];
  if (action.owners.length > 0) item.push(strong(words(action.owners.join(", "))), text(": "));
  item.push(link(lineLink(rendering.base, meeting.path, action.line), title));
  if (action.due !== null) item.push(text(`, due ${longDate(action.due)}`));
  if (action.done) return [{ type: "delete", children: item }, text(action.dropped ? " dropped" : " done")];
  const issue = issueNode(action, rendering);
  return issue === null ? item : [...item, text(" – "), issue];
}

function issueNode({ key, url }: CommentAction, { forHash }: Rendering): PhrasingContent | null {
  if (key === null) return null;
  if (url === null || forHash) return html(issueToken(key));
  return link(url, text(url));
}

/**
 * The excerpts as Markdown, quoted, each under the path of what it was under.
 *
 * @param budget - UTF-16 units of Markdown.
 */
export function excerptsOf(
  { meeting, target, alreadySaid }: CommentContent,
  groups: readonly ExcerptGroup[],
  { base }: Rendering,
  budget: number,
): string {
  const parts: string[] = [];
  let left = budget;
  for (const group of groups) {
    const label = printGfm(labelOf(meeting, group, base, groups.length === 1));
    const quoted = quotedExcerpt(meeting, group, {
      base,
      target: target.name,
      budget: left - label.length,
      select: (blocks) => withoutAlreadySaid(blocks, alreadySaid),
    });
    if (quoted === "") continue;
    left -= label.length + quoted.length + 4;
    if (left < 0) break;
    parts.push(...[label, quoted].filter((part) => part !== ""));
  }
  return parts.join("\n\n");
}

/** The topics above an excerpt, linked where it is one of several: the comment's first sentence links a single one. */
function labelOf(meeting: Meeting, group: ExcerptGroup, base: LinkBase, isOnly: boolean): RootContent[] {
  const shown = excerptPath(group[0], meeting);
  const lines = rangeOf(group);
  const path = shown === "" ? null : words(shown);
  if (isOnly)
    return path === null
      ? []
      : [paragraph(text("Under "), { type: "emphasis", children: [path] }, text(":"))];
  const address = lineLink(base, meeting.path, lines.line, lines.endLine);
  return [paragraph(link(address, path ?? text(describeLines(lines))), text(":"))];
}

function describeLines({ line, endLine }: LineRange): string {
  return line === endLine ? `Line ${line}` : `Lines ${line}–${endLine}`;
}

export function editedOf(rendering: Rendering): RootContent[] {
  const { base } = rendering;
  const commit = link(commitLink(base), text(base.commit.slice(0, 7)));
  return [
    paragraph({
      type: "emphasis",
      children: [text("Edited because the minutes changed in "), commit, text(".")],
    }),
  ];
}

export function footerOf({ base }: Pick<Rendering, "base">): RootContent[] {
  const minutes = link(`${base.webUrl}/${base.repository}`, words(base.repository));
  return [
    paragraph(
      html("<sub>"),
      text("Posted by Minutebook from "),
      minutes,
      text(". Delete this comment to stop updates here"),
      ...settingsLink(base),
      html("</sub>"),
    ),
  ];
}

function andMore(count: number): RootContent[] {
  return count > MAX_BULLETS ? [paragraph(text(`… and ${count - MAX_BULLETS} more in the minutes.`))] : [];
}

/** Words of the minutes in a text of Minutebook. */
function words(value: string): PhrasingContent {
  return text(neutralWords(value));
}
