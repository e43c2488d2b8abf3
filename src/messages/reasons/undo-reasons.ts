import { messagesOf } from "../message.ts";

/** Why something that a person takes back is removed or stays. */
export const undoReasons = {
  "taken-back": "Taken back; it isn't posted again for these minutes.",
  "not-posted-again": "Someone took this back; it isn't posted again.",
  "issue-taken-back": "Someone took the issue back; it stays closed.",
  "undo-answered": "People replied or reacted; the comment stays.",
  "undo-in-progress": "People commented on the issue or linked a pull request; it stays open.",
  "undo-edited": "Someone edited, assigned, or labeled the issue; it stays open.",
  "undo-closed": "The issue is already closed; it stays as it is.",
  "undo-carried-over": "Other minutes carry the action over; the issue stays open.",
  "undo-archived": "{repository} is archived; nothing can be removed there.",
  "undo-no-access": "Minutebook doesn't have access to {repository}.",
  "undo-milestone-shared": "Posts of other minutes stay on the issue; so does its milestone.",
} as const;

export const undoReason = messagesOf(undoReasons);
