import { messagesOf } from "./message.ts";

/** Why an event starts nothing, in the app and in a workflow. */
export const skippedEvents = {
  "push-of-tag": "Skipped: the push is for a tag.",
  "push-of-deletion": "Skipped: the push deletes a branch.",
  "push-to-other-branch": "Skipped: the push isn't to the default branch.",
  "push-to-fork":
    "Skipped: the repository is a fork. Its minutes are posted by the repository it was forked from.",
  "push-by-itself": "Skipped: Minutebook pushed this itself.",
  "push-without-installation": "Skipped: the push comes from no installation.",
  "pull-closed": "Skipped: the pull request is closed.",
  "pull-to-other-branch": "Skipped: the pull request isn't for the default branch {branch}.",
  "pull-elsewhere": "Skipped: nothing is posted for a pull request of another repository.",
  "pull-without-minutes": "Skipped: the pull request changes no minutes.",
  "push-without-minutes": "Skipped: the push changes no minutes.",
  "no-such-minutes": "Skipped: there are no such minutes in {repository}.",
  "nothing-new": "Skipped: nothing changed.",
  "nothing-pushed": "Skipped: {repository} is empty.",
  "turned-off": 'Skipped: the configuration turns Minutebook off ("mode: off").',
  "nothing-to-do": "Nothing to do.",
} as const;

export const skippedEvent = messagesOf(skippedEvents);
