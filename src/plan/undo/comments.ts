import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { own } from "../../minutes/own.ts";
import { targetOf, unknownTarget } from "../comments/plan-comment.ts";
import { takeApart, toSection, withoutFile } from "../comments/sections.ts";
import { commentKey } from "../keys.ts";
import type { CommentMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isOwnMarker, type Planning } from "../planning.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { OwnComment } from "../snapshot.ts";
import { knownThreads, type Spot } from "./places.ts";
import { isInScope, type UndoScope } from "./scope.ts";

/**
 * Plans to delete our comments; where other meetings have a part in one, only the part goes. What people answered or
 * reacted to stays.
 */
export function undoComments(planning: Planning, scope: UndoScope): readonly CommentStep[] {
  const steps = knownThreads(planning).flatMap((spot) =>
    spot.thread.comments.flatMap((comment) => undoComment(comment, spot, planning, scope) ?? []),
  );
  return [...withOwnKeys(steps), ...outOfReach(planning, scope)];
}

function undoComment(
  comment: OwnComment,
  { state, thread, target }: Spot,
  planning: Planning,
  scope: UndoScope,
): CommentStep | null {
  const marker = takeApart(comment.body)?.marker;
  if (marker === undefined || !isOwnMarker(marker, planning.input.repository)) return null;
  const paths = pathsInScope(marker, scope);
  const [first] = paths;
  if (first === undefined) return null;
  const keys = paths.map((path) => commentKey(planning.input.repository.name, path, target));
  const step = {
    kind: "comment",
    key: keys[0] ?? "",
    origin: { path: first, line: null },
    target: { ...targetOf(thread, state), repository: thread.repository },
    commentId: comment.id,
    commentUrl: comment.url,
    body: null,
  } as const;
  if (state.archived)
    return { ...step, action: "skip", reason: undoReason("undo-archived", { repository: state.name }) };
  if (comment.reactions > 0 || comment.answered)
    return { ...step, action: "skip", reason: undoReason("undo-answered") };
  const taken = { ...step, reason: undoReason("taken-back"), remember: "gone" } as const;
  const body = withoutFile(comment.body, paths, planning.base);
  return body === null
    ? { ...taken, action: "delete", also: keys.slice(1) }
    : { ...taken, action: "update", body, leaves: keys };
}

/** The files whose parts of a comment are to be taken back; none where it has lost its words before. */
export function pathsInScope(marker: CommentMarker, scope: UndoScope): readonly string[] {
  if (marker.gone && marker.hash === "") return [];
  const parts = [toSection(marker), ...(marker.earlier ?? [])].filter((part) => isInScope(scope, part));
  return [...new Set(parts.map(({ path }) => path))];
}

/** Where a file has two comments on one thread, the second has a key of its own. */
function withOwnKeys(steps: readonly CommentStep[]): readonly CommentStep[] {
  const taken = new Set<string>();
  return steps.map((step) => {
    const isFirst = !taken.has(step.key);
    taken.add(step.key);
    if (isFirst) return step;
    const also = step.action === "delete" ? { also: [step.key, ...(step.also ?? [])] } : {};
    return { ...step, ...also, key: `${step.key}#again-${step.commentId}` };
  });
}

/** Comments that are known to exist where nothing can be read any more. Of these nobody knows when they were posted. */
function outOfReach(planning: Planning, scope: UndoScope): readonly CommentStep[] {
  const { repository, snapshot } = planning.input;
  const steps = planning.files.flatMap(({ path, posted }) =>
    (posted?.targets ?? []).flatMap(parseTarget).flatMap((spot): readonly CommentStep[] => {
      const isKnown = own(snapshot.repositories, spot.repository.toLowerCase())?.known !== false;
      if (isKnown || !isInScope({ ...scope, since: null }, { path, date: null })) return [];
      return [
        {
          kind: "comment",
          key: commentKey(repository.name, path, `${spot.repository}#${spot.number}`),
          action: "skip",
          reason: undoReason("undo-no-access", { repository: spot.repository }),
          origin: { path, line: null },
          target: unknownTarget(spot.repository, spot.number),
          commentId: null,
          commentUrl: null,
          body: null,
        },
      ];
    }),
  );
  return [...new Map(steps.map((step) => [step.key, step])).values()];
}
