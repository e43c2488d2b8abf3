import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { commentKey } from "../keys.ts";
import { type CommentMarker, findMarker, locateMarker, renderMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isChange } from "../step-actions.ts";
import { isOwnMarker, pathsOf, type Planning } from "../planning.ts";
import type { MinutesChange } from "../input.ts";
import type { KnownThread, OwnComment } from "../snapshot.ts";

export interface FoundComment {
  readonly comment: OwnComment;
  readonly marker: CommentMarker;
}

/** Our comments for a file on an issue, oldest first: more than one only where something went wrong. */
export function findOwnComments(
  thread: KnownThread,
  file: MinutesChange,
  planning: Planning,
): readonly FoundComment[] {
  const paths = pathsOf(file);
  return thread.comments.flatMap((comment) => {
    const marker = findMarker(comment.body);
    if (marker?.kind !== "comment") return [];
    const isOurs = isOwnMarker(marker, planning.input.repository) && paths.includes(marker.path);
    return isOurs ? [{ comment, marker }] : [];
  });
}

/**
 * The step of a comment that is left as it is. Where its minutes have another path by now, its marker alone is written, so
 * that it is known again.
 */
export function followPath(
  step: CommentStep,
  { comment, marker }: FoundComment,
  file: MinutesChange,
  { input }: Planning,
): CommentStep {
  const place = locateMarker(comment.body);
  if (isChange(step) || marker.path === file.path || place === null) return step;
  const { repository, number } = step.target;
  const next = renderMarker({
    ...marker,
    key: commentKey(input.repository.name, file.path, `${repository}#${number}`),
    path: file.path,
    commit: input.commit,
  });
  const { body } = comment;
  return {
    ...step,
    action: "update",
    reason: stepReason("marker-moved", { path: marker.path }),
    body: `${body.slice(0, place.start)}${next}${body.slice(place.end)}`,
  };
}

/** Whether a person deleted our comment, under this name of the issue or an earlier one. */
export function wasDeleted(
  thread: KnownThread,
  targets: readonly string[],
  file: MinutesChange,
  planning: Planning,
): boolean {
  const { name } = planning.input.repository;
  return pathsOf(file).some((path) =>
    targets.some((target) => thread.deletedComments.includes(commentKey(name, path, target))),
  );
}
