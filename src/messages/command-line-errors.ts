import { messagesOf } from "./message.ts";

/** What the command line prints on standard error when it can't go on. */
export const commandLineErrors = {
  "invalid-day": "Expected a date such as 2026-01-31.",
  "not-owner-and-name": 'Expected "owner/name".',
  "not-seconds": "Expected a number of seconds above 0.",
  "not-a-limit": "Expected a whole number above 0.",
  "not-a-start": "Expected a day such as 2025-01-31, or a commit's id of at least 7 digits.",
  "not-a-commit": "Expected a commit's id of at least 7 digits.",
  "not-a-kind": "Expected comments, issues, or milestones.",
  "not-a-port": "Expected a number from 0 to 65535.",
  "invalid-read-seconds": 'Unexpected READ_SECONDS="{value}", expected a number of seconds above 0.',
  "nothing-to-undo": "Name what to take back: minutes, --push, --since, or --all.",
  "all-and-a-part": "--all can't be combined with minutes, --push, or --since.",
  "plan-and-paths": "Give a plan or paths, not both.",
  "no-repository": "Could not determine the minutes' repository. Add --repository owner/name.",
  "no-such-path": "There is no {path}. Check the path.",
  "no-such-folder": "There is no folder {folder}. Check the path.",
  "no-configuration": "There is no configuration {file}. Check the path.",
  "folder-not-read": "The folder can't be read: {reason}. Check its permissions, or name another.",
  "configuration-not-read": "The configuration {file} can't be read: {reason}.",
  "configuration-over-budget": "The configuration {file} isn't used: {reason}. Shorten it.",
  "invalid-configuration": "The configuration is invalid; nothing was read.\n{problems}",
  "invalid-configuration-on-github":
    "The configuration on GitHub is invalid; nothing is posted. Fix it, and push it.\n{problems}",
  "configuration-exists": "{file} already exists and isn't changed. --print shows what init would write.",
  "no-minutes-to-learn-from":
    "There are no minutes in {folder}. Minutebook looks in folders and files that are named after meetings, minutes or notes; list yours under `minutes` in .github/minutebook.yml.",
  "no-minutes-here": "There are no minutes in {folders}. The configuration's globs are:\n  {globs}",
  "no-minutes-on-github":
    'There are no such minutes in {repository} at {commit}. Push them first, or check the globs under "minutes".',
  "empty-repository": "{repository} is empty: there are no minutes to post.",
  "switched-off":
    'The configuration of {repository} switches Minutebook off ("mode: off"); nothing is posted.',
  "no-token": "No GitHub token found. Set GH_TOKEN, or sign in with: gh auth login.",
  "plan-over-budget": "The plan for these minutes can't be made: {reason}. Plan fewer files at once.",
  "plan-not-written": "The plan can't be written to {file}: {reason}.",
  "plan-not-read": "The plan {file} can't be read: {reason}.",
  "not-a-plan": "{file} isn't a plan from minutebook plan --out: {reason}.",
  "other-plan-version":
    "{file} has plan version {version}; this version of Minutebook reads version {own}. Make it again with minutebook plan --out.",
  "minutes-changed-since":
    "The minutes changed after {file} was made: it is for {planned}, and they are at {current}. Make it again with minutebook plan --out.",
  "github-changed-since":
    "GitHub changed after {file} was made, so nothing was done. First difference: {step}. Make it again with minutebook plan --out.",
  "changes-left": "{failed} of {count} changes were not made. Run it again for the rest.",
  "pull-requests-left": "Not all pull requests to the minutes were written. Run it again for the rest.",
  "over-limit":
    "{path} alone needs more changes than --limit {limit} allows, so nothing was done. Raise the limit.",
  "files-unfinished": "{files} not finished. Fix the causes, then run it again.",
  "no-dry-run-by-app": "The app can't do a dry run. Leave --app out: with a token you see the same plans.",
  "page-not-built": "The page isn't built. In a clone, build it with `npm run build:page`.",
  "preview-port-in-use":
    "Port {port} is in use. Choose another with --port, or leave it out for any free port.",
  "preview-port-reserved": "Port {port} needs administrator rights. Choose one above 1023.",
  "github-failed": "GitHub: {reason}",
  stopped: "Stopped. Run it again for the rest.",
  "unexpected-error": "This is a bug in Minutebook; please report it:\n{details}",
} as const;

export const commandLineError = messagesOf(commandLineErrors);
