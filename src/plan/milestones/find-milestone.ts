import type { MilestoneState } from "../snapshot.ts";

/** A milestone by its title, with or without `v`; an exact title first. */
export function findMilestone(milestones: readonly MilestoneState[], title: string): MilestoneState | null {
  return (
    milestones.find((milestone) => milestone.title === title) ??
    milestones.find((milestone) => isSameTitle(milestone.title, title)) ??
    null
  );
}

/** Whether two titles name the same release. */
export function isSameTitle(one: string, other: string): boolean {
  return normalTitle(one) === normalTitle(other);
}

function normalTitle(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, "");
}
