import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import { replaceMarker } from "../issues/region.ts";
import { findMarker, type IssueMarker } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import { findMoves, type Planning } from "../planning.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { isChange } from "../step-actions.ts";

/**
 * Issues as the rest of the plan has them, with what is kept over all versions of their text: for which commit they
 * were first opened, and that a person took them back. Such an issue stays closed, unless a further meeting has its
 * action.
 */
export function rememberIssues(
  planned: readonly PlannedIssue[],
  planning: Planning,
): readonly PlannedIssue[] {
  return planned.map((one) => {
    const existing = findExisting(one.step, planning);
    const marker = existing === null ? null : markerIn(existing.body);
    if (existing !== null && marker !== null && staysClosed(one, existing, marker))
      return { ...one, step: kept(one.step, existing, marker, planning) };
    return { ...one, step: withFirst(one.step, existing, marker, planning) };
  });
}

function staysClosed({ step, actions }: PlannedIssue, { state }: ActionIssueState, marker: IssueMarker) {
  if (marker.undone !== true || state !== "closed" || step.action !== "reopen") return false;
  const known = [marker.path, ...marker.also.map(({ path }) => path)];
  return actions.every(({ file }) => known.includes(file.path) || known.includes(file.previousPath ?? ""));
}

/** As it is; where its minutes have another path by now, its marker says so. */
function kept(
  step: IssueStep,
  { title, body, labels, assignees, milestone }: ActionIssueState,
  marker: IssueMarker,
  { files, input }: Planning,
): IssueStep {
  const now = { ...step, title, labels, assignees, milestone, stateReason: null };
  const moves = findMoves(files);
  const nowAt = (path: string): string => moves.get(path) ?? path;
  const from = [marker.path, ...marker.also.map(({ path }) => path)].find((path) => moves.has(path));
  if (from === undefined) return { ...now, body, action: "keep", reason: undoReason("issue-taken-back") };
  const also = marker.also.map((entry) => ({ ...entry, path: nowAt(entry.path) }));
  const next = { ...marker, path: nowAt(marker.path), also, commit: input.commit };
  const reason = stepReason("marker-moved", { path: from });
  return { ...now, body: replaceMarker(body, next), action: "update", reason };
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
