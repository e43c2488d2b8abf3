import { commentKey } from "../keys.ts";
import { type CommentMarker, findMarker } from "../marker.ts";
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
