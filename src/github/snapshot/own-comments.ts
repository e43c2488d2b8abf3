import type { OwnComment } from "../../plan/snapshot.ts";
import { findMarker } from "../../plan/marker.ts";
import type { CommentNode } from "./answers.ts";
import { isSameName } from "../../minutes/repository-name.ts";

/**
 * Picks Minutebook's comments: those that carry a marker and that we wrote. Anybody can copy a marker; nobody can write
 * under our name.
 *
 * @param nodes - All comments of the thread, oldest first.
 * @param viewer - Our login, `name[bot]` for an app.
 */
export function pickOwnComments(
  nodes: readonly CommentNode[],
  viewer: string,
  kind: "issue" | "pull" | "discussion",
): readonly OwnComment[] {
  return nodes.flatMap((node, index) => {
    if (!isOwn(node, viewer) || findMarker(node.body) === null) return [];
    const later = nodes.slice(index + 1).some((other) => !isOwn(other, viewer));
    return {
      id: kind === "discussion" || node.databaseId === null ? node.id : node.databaseId,
      nodeId: node.id,
      url: node.url,
      body: node.body,
      minimized: node.isMinimized,
      reactions: node.reactions.totalCount,
      answered: kind === "discussion" ? (node.replies?.totalCount ?? 0) > 0 : later,
    };
  });
}

/** GraphQL names a bot without the `[bot]` by which it is known elsewhere, and a person may have that name. */
export function isOwn(node: Pick<CommentNode, "author" | "viewerDidAuthor">, viewer: string): boolean {
  if (node.viewerDidAuthor) return true;
  if (node.author === null) return false;
  const { __typename, login } = node.author;
  const name = __typename === "Bot" && !login.endsWith("[bot]") ? `${login}[bot]` : login;
  return isSameName(name, viewer);
}
