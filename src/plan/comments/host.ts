import { configFor } from "../../config/series.ts";
import { isOwnMarker, type Planning } from "../planning.ts";
import type { KnownThread, OwnComment } from "../snapshot.ts";
import type { CommentContent } from "./content.ts";
import {
  type CommentParts,
  MOST_SECTIONS,
  sortSections,
  takeApart,
  toSection,
  withEarlier,
} from "./sections.ts";

export interface Host {
  readonly comment: OwnComment;
  readonly parts: CommentParts;
}

/**
 * Our last comment on a thread, where a further meeting can be added to it without a notification: nobody has written
 * since, it can be seen, and its meeting was earlier. A meeting with a decision or an action has a comment of its own.
 */
export function findHost(
  thread: KnownThread,
  { meeting, decisions, actions }: CommentContent,
  planning: Planning,
): Host | null {
  const { style } = configFor(planning.input.config, meeting.path).comments;
  const comment = planning.commentsOn(thread).at(-1);
  if (style !== "thread" || decisions.length + actions.length > 0 || comment === undefined) return null;
  if (comment.answered || comment.minimized) return null;
  const parts = takeApart(comment.body);
  if (parts === null || parts.marker.gone) return null;
  const { date, earlier = [] } = parts.marker;
  if (!isOwnMarker(parts.marker, planning.input.repository) || earlier.length + 1 >= MOST_SECTIONS)
    return null;
  const isLater = date !== null && meeting.date !== null && date <= meeting.date;
  return isLater ? { comment, parts } : null;
}

/** A comment with a further meeting on top; the one that was there becomes a line. */
export function addMeeting({ marker: old }: CommentParts, { main, marker }: CommentParts): CommentParts {
  const earlier = sortSections([toSection(old), ...(old.earlier ?? [])]);
  return { main, marker: withEarlier(marker, earlier) };
}
