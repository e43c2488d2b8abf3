import type { Entry } from "./entry.ts";

const AGAIN = "nothing: it is tried again by itself";

/** From `src/github/`: GitHub's answers that can't be used, or not yet. */
export const gitHubAnswerMessages: readonly Entry[] = [
  {
    says: "GitHub does not show yet what was written there a moment ago.",
    because: "GitHub's servers show a new comment, issue or milestone a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub answered only in part: …",
    because: "GitHub was too busy for the rest of the question",
    remedy: AGAIN,
  },
  { says: "GitHub answered a query with nothing.", because: "GitHub was too busy", remedy: AGAIN },
  {
    says: 'GitHub\'s answer is not whole: "…" ….',
    because: "GitHub left out something that was asked for",
    remedy: AGAIN,
  },
  {
    says: 'GitHub does not give "…": …',
    because: "GitHub left out something that was asked for, for the reason that it gives",
    remedy: AGAIN,
  },
  { says: "it is missing", because: "GitHub left out something that was asked for", remedy: AGAIN },
  { says: "GitHub's answer is incomplete (…).", because: "GitHub's search ran out of time", remedy: AGAIN },
  {
    says: "GitHub's answer … (…).",
    because: "the answer is not what GitHub's documentation says",
    remedy: "nothing: it is tried again; where it lasts, look for a proxy that changes answers, or report it",
  },
  {
    says: "GitHub does not show the commits … yet.",
    because: "GitHub's servers show a push a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub gives … of the … bytes of ….",
    because: "the answer was cut off",
    remedy: AGAIN,
  },
  {
    says: "…/… is too large: it has more than …. Keep the minutes in a repository of their own.",
    because: "so many files or folders cannot be compared one by one",
    remedy: "move the minutes to a smaller repository",
  },
  {
    says: "GitHub lists the file … and does not show it yet.",
    because: "GitHub's servers show a push a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub does not show the issue …#… yet, which was written a moment ago.",
    because: "GitHub's servers show a new issue a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub does not show a comment of ours on … that was written a moment ago.",
    because: "GitHub's servers show a new comment a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub does not show the commit … of … yet.",
    because: "GitHub's servers show a push a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub does not show the files of the commit … yet.",
    because: "GitHub's servers show a push a moment apart",
    remedy: AGAIN,
  },
  {
    says: "GitHub leads on to ….",
    because: "what was asked for moved to another host",
    remedy: "set `GHE_HOST` to the host where GitHub Enterprise Server is now",
  },
  {
    says: "GitHub leads on from one address to the next without end.",
    because: "a proxy, or GitHub, redirects in a circle",
    remedy: "nothing: it is tried again; where it lasts, look at the proxy",
  },
  {
    says: "GitHub's answer is no JSON (…).",
    because: "a proxy answered, or GitHub was too busy",
    remedy: "nothing: it is tried again; where it lasts, look at the proxy",
  },
  { says: "of no type", because: "the answer does not say what it is", remedy: AGAIN },
  { says: "GitHub's answer is cut off.", because: "the connection broke, or a proxy cut it", remedy: AGAIN },
  {
    says: "GitHub's answer has no token of the installation.",
    because: "the answer to the request for a token was cut off",
    remedy: AGAIN,
  },
];
