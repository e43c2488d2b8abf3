import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { commentKey } from "../keys.ts";
import { type CommentMarker, findMarker, locateMarker, renderMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isChange } from "../step-actions.ts";
import { isOwnMarker, pathsOf, type Planning } from "../planning.ts";
import type { MinutesChange } from "../input.ts";
import type { KnownThread, OwnComment } from "../snapshot.ts";
import { takeApart, withPath } from "./sections.ts";

export interface FoundComment {
  readonly comment: OwnComment;
  readonly marker: CommentMarker;
  /** The path under which the file is in the marker. */
  readonly path: string;
  /** All paths under which it may be there: it may have taken over another file's name. */
  readonly paths: readonly string[];
  /** Its meeting is the newest of the comment, or one that has a line below. */
  readonly place: "main" | "earlier";
}

/** Our comments for a file on an issue, oldest first: more than one only where something went wrong. */
export function findOwnComments(
  thread: KnownThread,
  file: MinutesChange,
  planning: Planning,
): readonly FoundComment[] {
  const paths = pathsOf(file);
  return planning.commentsOn(thread).flatMap((comment): readonly FoundComment[] => {
    const marker = findMarker(comment.body);
    if (marker?.kind !== "comment" || !isOwnMarker(marker, planning.input.repository)) return [];
    if (paths.includes(marker.path)) return [{ comment, marker, paths, path: marker.path, place: "main" }];
    const section = marker.earlier?.find(({ path }) => paths.includes(path));
    return section === undefined ? [] : [{ comment, marker, paths, path: section.path, place: "earlier" }];
  });
}

/**
 * The step of a comment that is left as it is. Where its minutes have another path by now, its marker alone is
 * written, so that it is recognized.
 */
export function followPath(
  step: CommentStep,
  { comment, marker, path, place: part }: FoundComment,
  file: MinutesChange,
  { input, base }: Planning,
): CommentStep {
  const place = locateMarker(comment.body);
  const parts = takeApart(comment.body);
  if (isChange(step) || path === file.path || place === null || parts === null) return step;
  const { repository, number } = step.target;
  if (part === "earlier") {
    const body = withPath(parts, path, file.path, base);
    return { ...step, action: "update", reason: stepReason("marker-moved", { path }), body };
  }
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
