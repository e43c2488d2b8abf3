import { assertNeeds, type Need } from "../http/route.ts";
import { canSee, isAtLeast, permissionOf } from "../world/access.ts";
import type { Comment, Permission, Thread } from "../world/entities.ts";
import { Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { type Context, notResolved } from "./context.ts";

const NAMES = { Issue: "issues", PullRequest: "pull_requests", Discussion: "discussions" } as const;

/** Throws FORBIDDEN where the app may not read (or write) threads of this kind here. */
export function assertThreads(
  context: Context,
  repository: Repository,
  kind: Thread["__typename"],
  isRead = true,
): void {
  assertNeeds(context.actor, repository, [[NAMES[kind], isRead ? "read" : "write"]], isRead);
}

/** Throws FORBIDDEN where the actor has not one of these in the repository. */
export function assertWrite(
  context: Context,
  repository: Repository,
  needs: readonly Need[],
  person: Permission = "write",
): void {
  const { actor } = context;
  if (actor.kind === "anonymous") throw new Refusal(401, "Requires authentication");
  assertNeeds(actor, repository, needs, false);
  if (actor.kind !== "user" || isAtLeast(permissionOf(repository, actor.account), person)) return;
  throw new Refusal(403, `${actor.account.login} does not have the correct permissions to execute this.`);
}

/** The entity of a node id. Throws NOT_FOUND where it is not there, of another type, or not for this actor to know. */
export function nodeOf<T>(context: Context, id: unknown, types: readonly string[]): T {
  const node = context.world.nodes.get(String(id)) as { __typename?: string } | undefined;
  if (node === undefined || !types.includes(node.__typename ?? "") || !isVisible(context, node)) {
    throw notResolved(`a node with the global id of '${String(id)}'`);
  }
  return node as T;
}

/** Whether the node can be found by its id, and the actor may see the repository that it belongs to. */
export function isVisible(context: Context, node: object): boolean {
  const { thread, repository, createdAt } = node as Partial<Comment> & { repository?: Repository };
  if (createdAt instanceof Date && context.world.isUnseen(createdAt)) return false;
  const home = thread?.repository ?? repository ?? ("git" in node ? (node as Repository) : undefined);
  return home === undefined || canSee(context.actor, home);
}
