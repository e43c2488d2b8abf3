import type { gitHubErrors } from "../../src/messages/github-errors.ts";
import type { Explanations } from "./entry.ts";

export const gitHubExplanations: Explanations<typeof gitHubErrors> = {
  "redirect-elsewhere": {
    because: "GitHub Enterprise Server moved to another host",
    remedy: "set `GHE_HOST`",
  },
  "answer-not-json": { because: "a proxy answered, or GitHub was too busy", remedy: "check the proxy" },
  "answer-malformed": {
    because: "a proxy changes answers, or GitHub's API changed",
    remedy: "check the proxy, or report it",
  },
  "repository-refused": {
    because: "the repository was renamed or deleted, or the app or token lost access",
    remedy: "restore access",
  },
  "too-many-repositories": {
    because: "these requests count against a limit that all installations share",
    remedy: "remove repositories without the app from the configuration",
  },
  "too-many-tokens": {
    because: "each set of repositories in minutes needs its own token, with the same limit",
    remedy: "change `repositories` less often",
  },
  "posts-limited": {
    because: "GitHub allows 500 posts an hour; one minutes repository leaves some to others",
    remedy: "wait",
  },
  "head-not-shown": {
    because: "GitHub's replicas lag, or the push was undone",
    remedy: "wait: after three tries, what GitHub shows counts",
  },
  "head-went-back": {
    because: "GitHub's replicas lag, or someone reset the branch",
    remedy: "wait: after three tries, what GitHub shows counts",
  },
  "issue-not-shown": {
    because: "the app may no longer read issues there",
    remedy: "restore the permission",
  },
  "issues-not-all-listed": {
    because: "GitHub's list is truncated; going by it would open issues again",
    remedy: "wait",
  },
  "changed-meanwhile": {
    because: "someone edited it after the plan was made",
    remedy: "the app plans again; otherwise, run it again",
  },
};
