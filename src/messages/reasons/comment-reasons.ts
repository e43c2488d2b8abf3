import { messagesOf } from "../message.ts";

/** Why a comment is posted, edited, deleted or skipped. */
export const commentReasons = {
  mentioned: "Mentioned on {lines}.",
  "added-to-comment": "Mentioned on {lines}; added to the last comment because nobody has answered it.",
  "earlier-meeting": "A later meeting is above it in the comment.",
  "only-mentioned": "Only mentioned; `comments.when: mentioned` comments anyway.",
  "not-decided": "Nothing was decided about it (`comments.when: decided`).",
  "said-before": "An earlier comment already says this.",
  "closed-then": "Closed before the meeting; `comments.closed: always` comments anyway.",
  "quiet-label": "It has the label {label} (`labels.quiet`).",
  "labels-not-listed": "It has none of the labels in `labels.only`.",
  "mentioned-again": "Mentioned again in the minutes.",
  "linked-issue-opened": "An issue listed in the comment was opened.",
  "duplicate-comment": "Duplicate; the oldest is kept.",
  "mention-removed": "No longer mentioned in the minutes.",
  "comment-answered": "No longer in the minutes; people responded, so the comment stays and says so.",
  "comment-says-removed": "No longer in the minutes; the comment already says so.",
  "comment-kept": "No longer in the minutes; kept by `comments.unreferenced: keep`.",
  "minutes-not-processed": "The minutes can't be processed, so the comment is kept.",
  "comment-hidden": "Someone hid the comment; it is no longer updated.",
  "comment-deleted": "Someone deleted the comment or took it back; it isn't posted again.",
  "doubtful-mention": "The minutes may mean another issue.",
  "mention-now-doubtful": "The minutes may mean another issue now; the comment is no longer updated.",
  "action-issue": "This is the issue of an action in the minutes.",
  "thread-locked": "The conversation is locked.",
  "thread-not-found":
    "No issue, pull request, or discussion has this number, or Minutebook doesn't have access to it.",
  "thread-no-answer": "GitHub didn't answer for it; the next push tries again.",
  "thread-not-asked": "GitHub wasn't asked about it.",
  "thread-transferred": "It was transferred to a repository that isn't open to these minutes.",
  "opened-after-meeting":
    "It was opened on {opened}, after the meeting on {meeting}; the minutes mean something else.",
} as const;

export const commentReason = messagesOf(commentReasons);
