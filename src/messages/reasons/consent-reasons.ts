import { messagesOf } from "../message.ts";

/** Why nothing may be posted to a repository. */
export const consentReasons = {
  "not-configured": "{repository} isn't listed in the configuration; add it under `repositories`.",
  // One text for all of these: which of them it is, is nobody's business who cannot read that repository.
  "not-open":
    "{repository} isn't open to {minutes}: it doesn't exist, the app isn't installed there, or it has another owner and doesn't list {minutes} under `accept` in its .github/minutebook.yml, or lists another repository that had this name before.",
  "private-not-allowed":
    "The minutes are {visibility} and {repository} is {openness}; `quote-private: true` isn't set.",
  "private-not-accepted":
    "The minutes are {visibility} and {repository} is {openness}; {repository} doesn't list {minutes} under `accept`.",
  archived: "{repository} is archived.",
  "no-answer": "GitHub didn't answer for {repository}; the next push tries again.",
  "not-asked": "GitHub wasn't asked about {repository}.",
} as const;

export const consentReason = messagesOf(consentReasons);
