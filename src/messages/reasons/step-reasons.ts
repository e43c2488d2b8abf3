import { messagesOf } from "../message.ts";

/** Why a step of any kind is what it is. */
export const stepReasons = {
  unchanged: "No change.",
  "minutes-changed": "The minutes changed.",
  "minutes-deleted": "The minutes were deleted.",
  "minutes-moved": "The minutes moved here from {path}.",
  "marker-moved": "The minutes moved here from {path}; only the hidden marker changes.",
  "not-approved": "Not approved yet.",
} as const;

export const stepReason = messagesOf(stepReasons);
