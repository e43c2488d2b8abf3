import { messagesOf } from "../message.ts";

/** Why a milestone's description, an issue's milestone or a label changes or is skipped. */
export const milestoneReasons = {
  "milestone-mentioned": "Mentioned in the minutes.",
  "milestone-not-mentioned": "No longer mentioned in the minutes.",
  "note-moved": "The minutes moved to {path}; only the hidden marker changes.",
  "milestone-missing": "{repository} has no milestone {title}.",
  "milestone-created": "Mentioned in the minutes, and `releases.create-milestone` is set.",
  "milestone-decided": "Assigned to {title} by a decision.",
  "milestone-moved": "Moved from {from} to {title} by a decision.",
  "milestone-decided-later": "A later decision assigned it to {title}.",
  "milestone-already-set": "Already assigned to {title}.",
  "milestone-set-by-someone": "Someone assigned it to {title}; that is kept.",
  "label-missing": "Issues for actions need it.",
  "agenda-discussed": "Discussed in this meeting.",
} as const;

export const milestoneReason = messagesOf(milestoneReasons);
