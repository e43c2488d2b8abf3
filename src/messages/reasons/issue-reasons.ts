import { messagesOf } from "../message.ts";

/** Why the issue of an action is opened, edited, closed, reopened or skipped. */
export const issueReasons = {
  "new-action": "New action.",
  "new-action-repeated": "New action, repeated on {lines}.",
  "new-action-carried-over": "New action, carried over in {paths}.",
  "new-action-repeated-and-carried-over": "New action, repeated on {lines}, carried over in {paths}.",
  "title-unclear":
    "Its words alone don't say what is to be done or what it is about; name that in the minutes.",
  "fields-changed": "Labels, assignees, or milestone changed.",
  "section-torn":
    "The end mark of Minutebook's section is missing; the new section goes below, and the old text stays.",
  done: "Marked done in the minutes.",
  "already-done": "Already marked done in the minutes.",
  "done-not-closed": "Marked done in the minutes; the issue stays open (`actions.close: never`).",
  "dropped-not-closed": "Marked dropped in the minutes; the issue stays open (`actions.close: never`).",
  dropped: "Marked dropped in the minutes.",
  "already-dropped": "Already marked dropped in the minutes.",
  "done-and-closed": "Done and closed.",
  "open-again": "No longer marked done in the minutes.",
  "closed-by-someone": "Someone closed the issue; it stays closed.",
  "closed-before-meeting":
    "Someone closed the issue on {closed}, and the meeting of {meeting} lists it as open. It stays closed unless you reopen it.",
  "open-since-closed": "Listed as open in the meeting of {meeting}, after someone closed the issue.",
  "reopened-by-someone": "Someone reopened the issue; it stays open.",
  "section-removed": "Someone removed Minutebook's section; it is no longer updated.",
  "issue-deleted": "Someone deleted the issue; no other is opened.",
  "issue-transferred": "Someone transferred the issue to another repository; it is no longer updated.",
  "duplicate-issue": "Duplicate of #{number}.",
  "action-removed": "Removed from the minutes.",
  "removed-and-closed": "Removed from the minutes; the issue is already closed.",
  "removed-in-progress": "Removed from the minutes; people worked on the issue, so it stays open.",
  "removed-not-closed": "Removed from the minutes; the issue stays open (`actions.close: {close}`).",
  "removed-kept-open": "Removed from the minutes; someone keeps the issue open.",
  "issue-kept": "The minutes were deleted; kept by `comments.unreferenced: keep`.",
  "issues-disabled": "Issues are turned off in {repository}.",
} as const;

export const issueReason = messagesOf(issueReasons);
