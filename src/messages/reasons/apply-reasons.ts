import { messagesOf } from "../message.ts";

/** Why a step was skipped or failed when it was applied. */
export const applyReasons = {
  "comment-missing": "The comment no longer exists.",
  "comment-deleted-meanwhile": "Someone deleted the comment after the plan was made.",
  "label-set-again": "The label was removed once, and someone added it again.",
  "label-waits": "The label stays until the comment is posted.",
  interrupted: "Stopped before this step; the next run continues here.",
  "rate-limited": "GitHub's rate limit is reached.",
  "github-forbidden": "{answer}",
  "github-refused": "{answer}",
  "github-unavailable": "{answer}",
  bug: "Error in Minutebook: {error}",
} as const;

export const applyReason = messagesOf(applyReasons);
