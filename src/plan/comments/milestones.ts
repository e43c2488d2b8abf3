import { isSameName } from "../../config/names.ts";
import type { RootContent } from "mdast";
import { findMilestone } from "../milestones/find-milestone.ts";
import { outcomeFor } from "../milestones/outcome-for.ts";
import { link, paragraph, strong, text } from "../quote/build.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import type { MilestoneState } from "../snapshot.ts";
import type { CommentContent } from "./content.ts";

/** `Milestone: 1.4`, linked: those that the excerpts mention, but for those that a decision names above. */
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

function mentionedMilestones({ meeting, target, references, decisions }: CommentContent): MilestoneState[] {
  const names = references.map((reference) => reference.target);
  const decided = decisions.flatMap((decision) => outcomeFor(decision, names)?.milestone ?? []);
  const shown = new Set(decided.map((title) => findMilestone(target.milestones, title)));
  const found = new Set<MilestoneState>();
  for (const { line, title, repository } of meeting.milestones) {
    const isQuoted = references.some(({ excerpt }) => excerpt.line <= line && line <= excerpt.endLine);
    if (!isQuoted || !isSameName(repository, target.name)) continue;
    const milestone = findMilestone(target.milestones, title);
    if (milestone !== null && !shown.has(milestone)) found.add(milestone);
  }
  return [...found];
}
