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
  "comments-off": "Comments are turned off (`comments.enabled: false`).",
  "actions-off": "Issues are turned off (`actions.enabled: false`).",
} as const;

export const notice = messagesOf(notices);
