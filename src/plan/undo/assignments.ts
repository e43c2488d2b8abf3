import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { takeApart } from "../comments/sections.ts";
import { assignKey } from "../keys.ts";
import type { AssignMilestoneStep, CommentStep } from "../plan.ts";
import { isOwnMarker, type Planning } from "../planning.ts";
import type { OwnComment } from "../snapshot.ts";
import { pathsInScope } from "./comments.ts";
import { knownThreads, type Spot } from "./places.ts";
import type { UndoScope } from "./scope.ts";

/**
 * Plans to take issues off the milestones that we assigned them to, where all that these minutes have on them goes.
 * GitHub says who assigned a milestone last, and not for which meeting.
 *
 * @param comments - What becomes of our comments, or would if they were to be taken back.
 */
export function undoAssignments(
  comments: readonly CommentStep[],
  planning: Planning,
  scope: UndoScope,
): readonly AssignMilestoneStep[] {
  const deleted = new Set(
    comments.filter(({ action }) => action === "delete").map(({ commentId }) => String(commentId)),
  );
  return knownThreads(planning).flatMap((spot) => undoAssignment(spot, deleted, planning, scope) ?? []);
}

function undoAssignment(
  { state, thread, target }: Spot,
  deleted: ReadonlySet<string>,
  planning: Planning,
  scope: UndoScope,
): AssignMilestoneStep | null {
  const { milestone, milestonedBy } = thread;
  if (milestone === null || milestonedBy !== "us" || thread.kind === "discussion") return null;
  const own = thread.comments.filter((comment) => isOwn(comment, planning));
  const paths = own.flatMap((comment) => pathsOf(comment, scope));
  const [path] = paths;
  if (path === undefined) return null;
  const { name } = planning.input.repository;
  const step = {
    kind: "assign-milestone",
    key: assignKey(name, path, target),
    origin: { path, line: null },
    repository: thread.repository,
    number: thread.number,
    milestone: { number: milestone.number, title: milestone.title },
    before: milestone.title,
  } as const;
  if (state.archived || own.some(({ id }) => !deleted.has(String(id))))
    return { ...step, action: "skip", reason: undoReason("undo-milestone-shared") };
  return {
    ...step,
    action: "delete",
    reason: undoReason("taken-back"),
    remember: "gone",
    leaves: [...new Set(paths)].map((one) => assignKey(name, one, target)),
  };
}

function isOwn({ body }: OwnComment, { input }: Planning): boolean {
  const marker = takeApart(body)?.marker;
  return marker !== undefined && isOwnMarker(marker, input.repository);
}

function pathsOf({ body }: OwnComment, scope: UndoScope): readonly string[] {
  const marker = takeApart(body)?.marker;
  return marker === undefined ? [] : pathsInScope(marker, scope);
}
