import { configFor } from "../../config/series.ts";
import type { Message } from "../../messages/message.ts";
import { commentReason } from "../../messages/reasons/comment-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
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
import { mentionedIssues } from "../targets/mentions.ts";
import { type FoundComment, findOwnComments, followPath, wasDeleted } from "./own-comments.ts";
import { placeOf, targetOf } from "./plan-comment.ts";
import { withoutFile, withoutWords } from "./sections.ts";
import { findThread } from "../targets/threads.ts";

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
    // In a locked one nothing new is written, and what is there can be removed.
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
    return [{ ...base, action: "skip", reason: commentReason("comment-deleted"), remember: "gone" }];
  }
  return all.map((own, index) => {
    const step: CommentStep = {
      ...base,
      key: index === 0 ? key : `${key}#duplicate-${own.comment.id}`,
      ...placeOf(own),
      ...goneStep(file, own, planning),
    };
    const leaves =
      step.action === "update" && withoutFile(own.comment.body, [own.path], planning.base) !== null;
    return leaves ? { ...step, leaves: [step.key] } : followPath(step, own, file, planning);
  });
}

function goneStep(
  file: MinutesChange,
  own: FoundComment,
  planning: Planning,
): Pick<CommentStep, "action" | "reason" | "body"> {
  const { comment, marker } = own;
  // What may be private now is taken back whatever else would keep it.
  const mayStay = !keepsMorePrivate(file);
  const kept = (reason: Message) => ({ action: "keep", reason, body: comment.body }) as const;
  if (isMovedUnread(file)) return kept(commentReason("minutes-not-processed"));
  if (mayStay && configFor(planning.input.config, file.path).comments.unreferenced === "keep")
    return kept(commentReason("comment-kept"));
  if (mayStay && comment.minimized) return kept(commentReason("comment-hidden"));
  const gone = isRemoved(file) ? stepReason("minutes-deleted") : commentReason("mention-removed");
  // What other meetings have in it stays.
  const left = withoutFile(comment.body, [own.path], planning.base);
  if (left !== null) return { action: "update", reason: gone, body: left };
  if (comment.reactions === 0 && !comment.answered) return { action: "delete", reason: gone, body: null };
  if (marker.gone) return kept(commentReason("comment-says-removed"));
  return {
    action: "update",
    reason: commentReason("comment-answered"),
    body: goneBody(file, own, planning),
  };
}

/** The comment as it was, its links pinned to where they led, below a line that says that the mention was removed. */
function goneBody(file: MinutesChange, { comment, marker }: FoundComment, planning: Planning): string {
  const place = locateMarker(comment.body);
  const said = place === null ? comment.body : comment.body.slice(0, place.start).trimEnd();
  // What the minutes may keep private now is removed.
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
          text("The minutes were deleted in "),
          commit,
          text(". Last version: "),
          minutes,
          text("."),
        ],
      })
    : paragraph({
        type: "emphasis",
        children: [text("Removed from "), minutes, text(" in "), commit, text(".")],
      });
  const next = renderMarker({ ...withoutWords(marker), path: file.path, commit: base.commit, gone: true });
  return `${printGfm([note])}\n\n${old}${next}`;
}
