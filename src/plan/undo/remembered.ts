import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import { replaceMarker } from "../issues/region.ts";
import { findMarker, type IssueMarker } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import type { Planning } from "../planning.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { isChange } from "../step-actions.ts";

/**
 * Issues as the rest of the plan has them, with what is kept over all versions of their text: for which commit they were
 * first opened, and that a person took them back. Such an issue stays closed, unless a further meeting has its action.
 */
export function rememberIssues(
  planned: readonly PlannedIssue[],
  planning: Planning,
): readonly PlannedIssue[] {
  return planned.map((one) => {
    const existing = findExisting(one.step, planning);
    const marker = existing === null ? null : markerIn(existing.body);
    if (existing !== null && marker !== null && staysClosed(one, existing, marker))
      return { ...one, step: kept(one.step, existing) };
    return { ...one, step: withFirst(one.step, existing, marker, planning) };
  });
}

function staysClosed({ step, actions }: PlannedIssue, { state }: ActionIssueState, marker: IssueMarker) {
  if (marker.undone !== true || state !== "closed" || step.action !== "reopen") return false;
  const known = [marker.path, ...marker.also.map(({ path }) => path)];
  return actions.every(({ file }) => known.includes(file.path) || known.includes(file.previousPath ?? ""));
}

function kept(step: IssueStep, { title, body, labels, assignees, milestone }: ActionIssueState): IssueStep {
  const now = { title, body, labels, assignees, milestone };
  return { ...step, ...now, action: "keep", reason: undoReason("issue-taken-back"), stateReason: null };
}

function withFirst(
  step: IssueStep,
  existing: ActionIssueState | null,
  marker: IssueMarker | null,
  { input }: Planning,
): IssueStep {
  const next = step.body === null || !isChange(step) ? null : markerIn(step.body);
  if (next === null || step.body === null) return step;
  const first = existing === null ? input.commit : marker?.first;
  const isUndone = marker?.undone === true && existing?.state === "closed" && step.action !== "reopen";
  const more = { ...(first === undefined ? {} : { first }), ...(isUndone ? { undone: true as const } : {}) };
  return Object.keys(more).length === 0
    ? step
    : { ...step, body: replaceMarker(step.body, { ...next, ...more }) };
}

function findExisting({ repository, number }: IssueStep, planning: Planning): ActionIssueState | null {
  const consent = planning.consentOf(repository);
  if (number === null || !consent.allowed) return null;
  return consent.state.actionIssues.find((issue) => issue.number === number) ?? null;
}

function markerIn(body: string): IssueMarker | null {
  const marker = findMarker(body);
  return marker?.kind === "issue" ? marker : null;
}
