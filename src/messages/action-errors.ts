import { messagesOf } from "./message.ts";

/** What the author of a workflow can fix, and how a run of the Action fails. */
export const actionErrors = {
  "unknown-mode": 'Unexpected mode "{value}", expected auto, plan or apply.',
  "invalid-repository-input": 'Unexpected repository "{value}", expected "owner/name".',
  "invalid-from-input": 'Unexpected from "{value}", expected the 40 digits of a commit.',
  "invalid-read-seconds-input": 'Unexpected read-seconds "{value}", expected seconds, at most {maximum}.',
  "no-token-input": "There is no token. Leave the input out to use the workflow's own.",
  "paths-and-from": "Give paths or from, not both.",
  "apply-on-pull":
    '"mode: apply" can\'t run for a pull request, which posts nothing. Use auto (the default) or plan.',
  "unexpected-action-error": "This is a bug in Minutebook; please report it: {reason}",
} as const;

export const actionError = messagesOf(actionErrors);
