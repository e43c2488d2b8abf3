import { messagesOf } from "./message.ts";

/** What goes wrong between Minutebook and GitHub. `{answer}` is GitHub's own text, in English. */
export const gitHubErrors = {
  "request-failed": "{answer} ({status} for {request})",
  "app-lacks-permission":
    '{answer} ({status} for {request}). It needs {permissions}: an owner grants it in the settings of the organization or account, under "GitHub Apps".',
  "token-lacks-permission":
    "{answer} ({status} for {request}). It needs {permissions}: use a token that has it.",
  "query-failed": "{answer}",
  "unexpected-failure": "{answer}",
  "app-suspended":
    "The app was suspended or removed there, or GitHub doesn't know yet that it is installed: {answer}",
  "app-credentials-refused":
    "GitHub refused the app's credentials: {answer}. If this lasts, APP_ID and PRIVATE_KEY don't belong to the same app, the key was deleted, or this machine's clock is wrong.",
  "no-answer-from-github": "No answer from GitHub: {answer}",
  "unusable-answer": "{reason} ({request})",
  "redirect-elsewhere": "GitHub redirects to {origin}.",
  "redirect-loop": "GitHub redirects in a loop.",
  "answer-not-json": "GitHub's answer isn't JSON ({type}).",
  "answer-truncated": "GitHub's answer is truncated.",
  "answer-without-token": "GitHub's answer has no installation token.",
  "answer-empty": "GitHub's answer to a query is empty.",
  "answer-partial": "GitHub's answer is partial: {answer}",
  "answer-incomplete": "GitHub's answer is incomplete ({request}).",
  "answer-lacks-value": 'GitHub\'s answer lacks "{path}" ({request}).',
  "answer-malformed": "GitHub's answer doesn't have the documented form ({request}).",
  "limit-in-answer": "{answer} ({request})",
  "field-refused": 'GitHub refuses "{path}": {answer}',
  "repository-refused": "{repository} can't be read: {answer}",
  "configuration-refused": "The configuration that applies to {repository} can't be read: {answer}",
  "app-not-installed": "The app isn't installed on {repository}, or there is no such repository.",
  "too-many-repositories":
    "The minutes of one account name more than {limit} repositories an hour in which the app may be installed.",
  "too-many-tokens": "The minutes of one account need more than {limit} tokens an hour.",
  "posts-limited": "GitHub limits posts per hour; this one is made in {minutes} minutes.",
  "repository-too-large":
    "{repository} is too large: it has more than {limit}. Keep the minutes in a repository of their own.",
  "commit-not-shown": "GitHub doesn't show the commit {commit} of {repository} yet.",
  "commits-not-shown": "GitHub doesn't show the commits {commits} yet.",
  "tree-not-shown": "GitHub doesn't show the files of the commit {commit} yet.",
  "tree-empty": "GitHub lists no files for the commit {commit}, which has some.",
  "blob-not-shown": "GitHub lists the file {file}, but doesn't show it yet.",
  "blob-truncated": "GitHub sent {received} of the {size} bytes of {file}.",
  "file-not-shown": "GitHub lists {path} at {commit} of {repository}, but doesn't show it.",
  "head-not-shown": "GitHub doesn't show {commit} at the head of {repository} yet, which was pushed there.",
  "head-went-back":
    "GitHub shows {commit} at the head of {repository}, which is older than {earlier}, the head before.",
  "recent-post-not-shown": "GitHub doesn't show yet what was just written there.",
  "recent-comment-not-shown": "GitHub doesn't show a comment on {url} that Minutebook just wrote.",
  "recent-issue-not-shown":
    "GitHub doesn't show the issue {repository}#{number} yet, which was just written.",
  "comment-not-listed": "GitHub's list of comments on {url} lacks one by Minutebook that still exists.",
  "issue-not-listed": "GitHub's list of issues lacks {repository}#{number}, which still exists.",
  "issue-not-shown": "GitHub doesn't show the issue {repository}#{number}, which Minutebook opened.",
  "issue-just-moved": "The issue {repository}#{number} was just transferred.",
  "issues-not-all-listed":
    "GitHub lists {listed} issues by Minutebook in {repository}, but counts {counted}.",
  "milestones-differ": "GitHub listed milestones of {repository} in one answer, and none in another.",
  "changed-meanwhile": "Someone changed {what} in the meantime.",
  "steps-left": "{steps} to be retried: {causes}",
} as const;

export const gitHubMessage = messagesOf(gitHubErrors);
