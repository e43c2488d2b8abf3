import type { KnownThread, OwnComment } from "../../plan/snapshot.ts";
import type { ThreadNode } from "./answers.ts";
import { isOwn } from "./own-comments.ts";

const KINDS = { Issue: "issue", PullRequest: "pull", Discussion: "discussion" } as const;

/** What kind of thread it is, in our words. */
export function kindOf(node: ThreadNode): KnownThread["kind"] {
  return KINDS[node.__typename];
}

/** A thread in our own words. */
export function toThread(
  node: ThreadNode,
  viewer: string,
  comments: readonly OwnComment[],
  deletedComments: readonly string[],
): KnownThread {
  const { number, title, url, locked, createdAt, closedAt } = node;
  return {
    known: true,
    kind: kindOf(node),
    nodeId: node.id,
    repository: node.repository.nameWithOwner,
    number,
    title,
    url,
    state: stateOf(node),
    locked,
    createdAt,
    closedAt,
    labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    milestone: node.__typename === "Discussion" ? null : node.milestone,
    milestonedBy: milestonedBy(node, viewer),
    comments,
    deletedComments,
  };
}

function milestonedBy(node: ThreadNode, viewer: string): KnownThread["milestonedBy"] {
  if (node.__typename === "Discussion") return null;
  const actor = node.milestoned.nodes[0]?.actor ?? null;
  if (node.milestone === null || actor === null) return null;
  return isOwn({ author: actor, viewerDidAuthor: false }, viewer) ? "us" : "person";
}

function stateOf(node: ThreadNode): KnownThread["state"] {
  switch (node.__typename) {
    case "Issue":
      return node.issueState === "OPEN" ? "open" : "closed";
    case "PullRequest":
      return node.pullState === "MERGED" ? "merged" : node.pullState === "OPEN" ? "open" : "closed";
    case "Discussion":
      return node.closed ? "closed" : "open";
  }
}
