import { messagesOf } from "../message.ts";

/** What to look at besides the warnings of minutes. */
export const notices = {
  "implied-action": "Possible action: “{action}”. Put TODO before it to open an issue.",
  "closed-action":
    "Someone closed the issue of “{action}” before this meeting; it stays closed unless you reopen it.",
  "unknown-token": "Unknown token {token} in {key}. Use one of {known}.",
  "many-references":
    "The minutes mention {count} more issues of {repository} than the {limit} that Minutebook looks up per push in a repository of another owner; those with the highest numbers are skipped.",
  "mode-off": "Nothing is posted (`mode: off`).",
  "mode-off-left":
    "Nothing is posted (`mode: off`). Still there from earlier: {posts}. To remove them: `minutebook undo --all`, or `/minutebook undo all` in a comment.",
  "comments-off": "Comments are turned off (`comments.enabled: false`).",
  "comments-off-left":
    "Comments are turned off (`comments.enabled: false`). Still there from earlier: {comments}. To remove them: `minutebook undo --all --only comments`, or `/minutebook undo all only comments` in a comment.",
  "comments-off-in-series":
    "Comments are turned off for some series (`comments.enabled: false`). Still there from earlier: {comments}. To remove them: `minutebook undo --only comments` with the folders of these minutes.",
  "actions-off": "Issues are turned off (`actions.enabled: false`).",
  "actions-off-left":
    "Issues are turned off (`actions.enabled: false`). Opened earlier: {issues}. To close those that are open: `minutebook undo --all --only issues`, or `/minutebook undo all only issues` in a comment.",
  "actions-off-in-series":
    "Issues are turned off for some series (`actions.enabled: false`). Opened earlier: {issues}. To close those that are open: `minutebook undo --only issues` with the folders of these minutes.",
} as const;

export const notice = messagesOf(notices);
