import { isSameName } from "../../minutes/repository-name.ts";
import type { RootContent } from "mdast";
import type { MilestoneMention } from "../../minutes/meeting.ts";
import { findMilestone } from "../milestones/find-milestone.ts";
import { outcomeFor } from "../milestones/outcome-for.ts";
import { link, paragraph, strong, text } from "../quote/build.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import type { MilestoneState } from "../snapshot.ts";
import type { CommentContent } from "./content.ts";

/** `Milestone: 1.4`, linked: those that the excerpts send the issue to, but for those that a decision names above. */
export function milestonesOf(content: CommentContent): RootContent[] {
  const milestones = mentionedMilestones(content);
  if (milestones.length === 0) return [];
  const links = milestones.flatMap(({ url, title }, index) => [
    ...(index > 0 ? [text(", ")] : []),
    link(url, text(neutralWords(title))),
  ]);
  return [
    paragraph(strong(text(milestones.length === 1 ? "Milestone:" : "Milestones:")), text(" "), ...links),
  ];
}

function mentionedMilestones(content: CommentContent): MilestoneState[] {
  const { meeting, target, references, decisions } = content;
  const names = references.map((reference) => reference.target);
  const decided = decisions.flatMap((decision) => outcomeFor(decision, names)?.milestone ?? []);
  const shown = new Set(decided.map((title) => findMilestone(target.milestones, title)));
  const found = new Set<MilestoneState>();
  for (const mention of meeting.milestones) {
    if (!sendsThere(mention, content) || !isSameName(mention.repository, target.name)) continue;
    const milestone = findMilestone(target.milestones, mention.title);
    if (milestone !== null && !shown.has(milestone)) found.add(milestone);
  }
  return [...found];
}

/**
 * Whether a quoted line says that the comment's issue goes to a release: the issue is on it, or no other is where it
 * could mean another one.
 */
function sendsThere({ line, outcome }: MilestoneMention, { meeting, references }: CommentContent): boolean {
  if (outcome === null || outcome === "out") return false;
  const excerpt = references.map((one) => one.excerpt).find((one) => one.line <= line && line <= one.endLine);
  if (excerpt === undefined) return false;
  const own = new Set(references.map(({ target }) => target));
  const onLine = meeting.references.filter((one) => one.line === line);
  const quoted = meeting.references.filter((one) => one.line >= excerpt.line && one.line <= excerpt.endLine);
  return (onLine.length > 0 ? onLine : quoted).every(({ target }) => own.has(target));
}
