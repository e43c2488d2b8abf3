import { commentKey } from "../keys.ts";
import { commitLink, fileLink } from "../links.ts";
import { locateMarker, renderMarker } from "../marker.ts";
import type { MinutesChange } from "../input.ts";
import type { CommentStep } from "../plan.ts";
import { isMovedUnread, isRead, isRemoved, keepsMorePrivate, type Planning } from "../planning.ts";
import { link, paragraph, text } from "../quote/build.ts";
import { printGfm } from "../quote/markdown.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { parseTarget } from "../snapshot-request.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";
import { mentionedIssues } from "./mentions.ts";
import {
  type FoundComment,
  deletedRefusal,
  findOwnComments,
  followPath,
  wasDeleted,
} from "./own-comments.ts";
import { placeOf, targetOf } from "./plan-comment.ts";
import { withoutFile } from "./sections.ts";
import { findThread } from "./threads.ts";

/**
 * Plans what becomes of comments on issues that a file mentioned before and does not mention any more. Of a file that
 * cannot be processed they stay, under its present name.
 */
export function planGoneComments(file: MinutesChange, planning: Planning): readonly CommentStep[] {
  if (file.problem !== null && !isMovedUnread(file)) return [];
  const current = isRead(file)
    ? mentionedIssues(file, planning).map(({ target }) => target.toLowerCase())
    : [];
  const earlier = [
    ...(file.previous?.references ?? []).map(({ target }) => target),
    ...(file.knownTargets ?? []),
    ...(file.posted?.targets ?? []),
  ].flatMap(parseTarget);
  const seen = new Set(current);
  return earlier.flatMap(({ repository, number }) => {
    // In a locked one nothing new is written, and what stands there can be taken away.
    const { thread, state } = findThread(repository, number, planning);
    if (thread === null) return [];
    const target = `${state.name}#${thread.number}`;
    if (seen.has(target.toLowerCase())) return [];
    seen.add(target.toLowerCase());
    return planOne(file, { thread, state, target }, planning);
  });
}

interface Spot {
  readonly thread: KnownThread;
  readonly state: KnownRepository;
  /** `owner/repo#number`. */
  readonly target: string;
}

function planOne(
  file: MinutesChange,
  { thread, state, target }: Spot,
  planning: Planning,
): readonly CommentStep[] {
  const key = commentKey(planning.input.repository.name, file.path, target);
  const base = {
    kind: "comment",
    key,
    origin: { path: file.path, line: null },
    target: targetOf(thread, state),
    commentId: null,
    commentUrl: null,
    body: null,
  } as const;
  const all = findOwnComments(thread, file, planning);
  if (all.length === 0 && file.previousPath !== null && wasDeleted(thread, [target], file, planning)) {
    const reason = `No comment: ${deletedRefusal()}.`;
    return [{ ...base, action: "skip", reason, remember: "gone" }];
  }
  return all.map((own, index) => {
    const step: CommentStep = {
      ...base,
      key: index === 0 ? key : `${key}#duplicate-${own.comment.id}`,
      ...placeOf(own),
      ...goneStep(file, own, planning),
    };
    return followPath(step, own, file, planning);
  });
}

function goneStep(
  file: MinutesChange,
  own: FoundComment,
  planning: Planning,
): Pick<CommentStep, "action" | "reason" | "body"> {
  const { comment, marker } = own;
  if (isMovedUnread(file))
    return {
      action: "keep",
      reason: "Its minutes cannot be processed, and so it stays.",
      body: comment.body,
    };
  const left = withoutFile(comment.body, [own.path], planning.base);
  const why = isRemoved(file) ? "The minutes were deleted" : "The minutes no longer mention it";
  const kept = (reason: string) =>
    ({ action: "keep", reason: `${why}; ${reason}.`, body: comment.body }) as const;
  if (planning.input.config.comments.unreferenced === "keep")
    return kept("the configuration keeps the comment");
  if (comment.minimized) return kept("a person hid the comment, and so it is left alone");
  // What other meetings have in it stays.
  if (left !== null) return { action: "update", reason: `${why}.`, body: left };
  if (comment.reactions === 0 && !comment.answered)
    return { action: "delete", reason: `${why}.`, body: null };
  if (marker.gone) return kept("people answered, and the comment says so already");
  return {
    action: "update",
    reason: `${why}; people answered, so the comment stays and says so.`,
    body: goneBody(file, own, planning),
  };
}

/** The comment as it was, its links pinned to where they led, with a line before it that the mention is gone. */
function goneBody(file: MinutesChange, { comment, marker }: FoundComment, planning: Planning): string {
  const place = locateMarker(comment.body);
  const said = place === null ? comment.body : comment.body.slice(0, place.start).trimEnd();
  // What the minutes may keep private now is said no longer.
  const isTakenBack = keepsMorePrivate(file);
  const old = isTakenBack ? "" : `${said}\n\n`;
  const { base } = planning;
  const commit = link(commitLink(base), text(base.commit.slice(0, 7)));
  const then = isTakenBack ? base : { ...base, commit: marker.commit };
  const minutes = link(fileLink(then, marker.path), text(neutralWords(marker.path)));
  const note = isRemoved(file)
    ? paragraph({
        type: "emphasis",
        children: [
          text("These minutes were deleted in "),
          commit,
          text("; "),
          minutes,
          text(" is how they were."),
        ],
      })
    : paragraph({
        type: "emphasis",
        children: [minutes, text(" no longer mentions this since "), commit, text(".")],
      });
  const next = renderMarker({ ...marker, path: file.path, commit: base.commit, gone: true });
  return `${printGfm([note])}\n\n${old}${next}`;
}
