/** A push of minutes, in numbers. */
export interface Work {
  /** Threads that get a comment, and comments that each already has. */
  readonly comments: number;
  readonly earlierComments: number;
  /** Issues that are opened, and open issues that already exist. */
  readonly issues: number;
  readonly openIssues: number;
}

/** Another tool, and how many requests it makes for the same work. */
export interface Peer {
  readonly name: string;
  /** What of the work it does. */
  readonly does: "comments" | "issues" | "both";
  /** As counted in its source; R: comments, T: issues. */
  readonly formula: string;
  /** Whether it looks for earlier posts before it posts; the others post twice when they run twice. */
  readonly looks: boolean;
  readonly count: (work: Work) => number;
}

const pages = (count: number): number => Math.max(1, Math.ceil(count / 100));

/**
 * Requests of other tools, counted in their sources: pchampin/minutes_to_gh a5c4ecb, iherman/scribejs-postprocessing
 * 0ae7376, dbaron/wgmeeting-github-ircbot ad1ef95, w3c/GHURLBot a798693, JasonEtco/todo b17e10b,
 * alstr/todo-to-issue-action 37bb7b5, marocchino/sticky-pull-request-comment. Those that authenticate are left out.
 */
export const PEERS: readonly Peer[] = [
  {
    name: "minutes_to_gh",
    does: "comments",
    formula: "2 + R × (list + post)",
    looks: true,
    count: ({ comments }) => 2 + 2 * comments,
  },
  {
    name: "sticky-pull-request-comment",
    does: "comments",
    formula: "R × (⌈comments/100⌉ lists + post)",
    looks: true,
    count: ({ comments, earlierComments }) => comments * (pages(earlierComments) + 1),
  },
  {
    name: "wgmeeting-github-ircbot",
    does: "comments",
    formula: "R × (title + labels + post)",
    looks: false,
    count: ({ comments }) => 3 * comments,
  },
  {
    name: "todo",
    does: "issues",
    formula: "5 + T × (search + post)",
    looks: true,
    count: ({ issues }) => 5 + 2 * issues,
  },
  {
    name: "todo-to-issue-action",
    does: "issues",
    formula: "⌈open/100⌉ + ⌈milestones/100⌉ + 1 + T × (search + post)",
    looks: true,
    count: ({ issues, openIssues }) => pages(openIssues) + 1 + 1 + 2 * issues,
  },
  {
    name: "ghurlbot",
    does: "both",
    formula: "2 × R + T",
    looks: false,
    count: ({ comments, issues }) => 2 * comments + issues,
  },
  {
    name: "scribejs-postprocessing",
    does: "both",
    formula: "6 + R + ⌈assignable/100⌉ + T",
    looks: false,
    count: ({ comments, issues }) => 6 + comments + 1 + issues,
  },
];

/** The fewest requests with which peers that look before they post do all of the work. */
export function fewestOfPeers(work: Work): number {
  const least = (does: Peer["does"]): number =>
    Math.min(...PEERS.filter((peer) => peer.looks && peer.does === does).map((peer) => peer.count(work)));
  return Math.min(least("both"), least("comments") + least("issues"));
}
