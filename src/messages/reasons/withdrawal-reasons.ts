import { messagesOf } from "../message.ts";

/** Why something is taken back where nothing may be posted any more. */
export const withdrawalReasons = {
  withdrawn: "Removed from the minutes, which may no longer be posted here.",
  "withdrawn-answered":
    "Removed from the minutes, which may no longer be posted here; people responded, so the comment stays without its content.",
  "withdrawn-in-progress":
    "Removed from the minutes, which may no longer be posted here; people worked on the issue, so it stays open without its content.",
  "withdrawn-not-closed":
    "Removed from the minutes, which may no longer be posted here; the issue stays open without its content (`actions.close: {close}`).",
  "withdrawal-waits-for-access":
    "Can't remove this yet: the app can't access {repository}. It tries again every hour.",
  "withdrawal-waits-for-archive":
    "Can't remove this yet: {repository} is archived. The app tries again every hour.",
} as const;

export const withdrawalReason = messagesOf(withdrawalReasons);
