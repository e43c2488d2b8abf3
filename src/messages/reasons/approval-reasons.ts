import { messagesOf } from "../message.ts";

/** Why a plan waits for a person. */
export const approvalReasons = {
  "review-mode": "Waiting for approval (`mode: review`).",
  "over-limits": "Waiting for approval: the push exceeds `limits`: {excess}.",
  // Where the numbers may be of repositories that not everybody can read.
  "over-limits-unshown": "Waiting for approval: the push exceeds `limits`.",
  "history-rewritten":
    "Waiting for approval: the last commit that was processed no longer exists, so Minutebook can't compare old and new minutes.",
  "rest-not-approved":
    "Waiting for approval: someone approved only some of the steps. Until the others are approved or there is no reason for them any more, every plan waits.",
} as const;

export const approvalReason = messagesOf(approvalReasons);
