import { findMarker } from "../marker.ts";
import { findEntries } from "../milestones/block.ts";
import type { Step } from "../plan.ts";

/** Whether what a step writes or leaves has a part that was first posted for a commit. */
export function isFirstPostedFor(step: Step, commit: string): boolean {
  if (step.kind === "milestone")
    return findEntries(step.description ?? "").some(({ first }) => first === commit);
  if (step.kind !== "comment" && step.kind !== "issue") return false;
  const marker = findMarker(step.body ?? "");
  const earlier = marker?.kind === "comment" ? (marker.earlier ?? []) : [];
  return marker?.first === commit || earlier.some(({ first }) => first === commit);
}
