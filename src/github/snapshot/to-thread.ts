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
  const { number, title, url, locked, createdAt } = node;
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
    labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    milestone: node.milestone ?? null,
    milestonedBy: milestonedBy(node, viewer),
    comments,
    deletedComments,
  };
}

function milestonedBy({ milestone, milestoned }: ThreadNode, viewer: string): KnownThread["milestonedBy"] {
  const actor = milestoned?.nodes?.[0]?.actor ?? null;
  if (milestone === null || milestone === undefined || actor === null) return null;
  return isOwn({ author: actor, viewerDidAuthor: false }, viewer) ? "us" : "person";
}

function stateOf(node: ThreadNode): KnownThread["state"] {
  if (node.pullState === "MERGED") return "merged";
  const open =
    node.__typename === "Discussion" ? node.closed !== true : (node.issueState ?? node.pullState) === "OPEN";
  return open ? "open" : "closed";
}
