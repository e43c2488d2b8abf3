import { hashText } from "../hash.ts";
import { findMarker, type IssueMarker } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { findRegion, hashOwnPart, ownPart, replaceRegion } from "./region.ts";
import { mergeThreeWay } from "./three-way.ts";

/** An issue as it is right before it is written. */
export type IssueNow = Pick<
  ActionIssueState,
  "title" | "body" | "state" | "labels" | "assignees" | "milestone" | "activity"
>;

/** What to change of an issue. What is absent stays as it is. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  /** Its number. null: none. */
  readonly milestone?: number | null;
  readonly state?: "open" | "closed";
  readonly stateReason?: IssueStep["stateReason"];
  readonly labels: ListChange;
  readonly assignees: ListChange;
}

export interface ListChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * What a step changes of an issue as it is now: Minutebook's section of the text, and of title, labels, assignees and
 * milestone what we set ourselves. What people changed since the plan was made stays.
 *
 * @returns null where it has to be planned again: Minutebook's section is neither what the step was made from nor what
 *   it writes, or people have begun to work on what was to be closed for want of that
 */
export function mergeIssue(step: IssueStep, now: IssueNow): IssueChange | null {
  const body = step.body ?? "";
  const own = hashOwnPart(now.body);
  const isWritten = own === hashOwnPart(body);
  if (step.before !== null && own !== step.before && !isWritten) return null;
  const isForWantOfWork = step.action === "close" && step.stateReason === "not_planned";
  if (isForWantOfWork && !isWritten && now.state === "open" && now.activity > 0) return null;
  const marker = markerIn(now.body);
  const next = markerIn(body);
  if (marker === null || next === null) return null;
  const merged = isWritten || findRegion(now.body) === null ? null : replaceRegion(now.body, ownPart(body));
  return {
    ...titleChange(step, now, marker, next),
    ...(merged === now.body || isWritten ? {} : { body: merged ?? body }),
    ...milestoneChange(step, now, marker, next),
    // Both are written at once: of a state that is otherwise again people have decided.
    ...(isWritten && own !== step.before ? {} : stateChange(step, now)),
    labels: listChange(now.labels, marker.labels, next.labels),
    assignees: listChange(now.assignees, marker.assignees, next.assignees),
  };
}

/** Whether nothing is left to do. */
export function isNoChange({ labels, assignees, ...fields }: IssueChange): boolean {
  const lists = [labels.add, labels.remove, assignees.add, assignees.remove];
  return Object.keys(fields).length === 0 && lists.every((list) => list.length === 0);
}

function markerIn(body: string): IssueMarker | null {
  const marker = findMarker(body);
  return marker?.kind === "issue" ? marker : null;
}

/** Of a title that a person gave, neither marker has the hash. */
function titleChange(
  { title }: IssueStep,
  now: IssueNow,
  marker: IssueMarker,
  next: IssueMarker,
): Pick<IssueChange, "title"> {
  const isOurs = hashText(now.title) === marker.titleHash && hashText(title) === next.titleHash;
  return isOurs && title !== now.title ? { title } : {};
}

function milestoneChange(
  { milestone }: IssueStep,
  now: IssueNow,
  marker: IssueMarker,
  next: IssueMarker,
): Pick<IssueChange, "milestone"> {
  const isOurs =
    now.milestone === null
      ? marker.milestone !== next.milestone
      : now.milestone.title === marker.milestone && marker.milestone !== next.milestone;
  const isWanted = (milestone?.title ?? null) === next.milestone;
  const isChanged = milestone?.number !== now.milestone?.number;
  return isOurs && isWanted && isChanged ? { milestone: milestone?.number ?? null } : {};
}

function stateChange(
  { action, stateReason }: IssueStep,
  now: IssueNow,
): Pick<IssueChange, "state" | "stateReason"> {
  if (action === "close" && now.state === "open") return { state: "closed", stateReason };
  return action === "reopen" && now.state === "closed" ? { state: "open" } : {};
}

function listChange(now: readonly string[], ours: readonly string[], wanted: readonly string[]): ListChange {
  const merged = mergeThreeWay(now, ours, wanted);
  return {
    add: merged.filter((name) => !now.includes(name)),
    remove: now.filter((name) => !merged.includes(name)),
  };
}
