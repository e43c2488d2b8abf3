import { canSee, isAtLeast, permissionOf, reaches } from "../world/access.ts";
import type { Actor, Level, Permission } from "../world/entities.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { findRepository } from "../world/world.ts";
import type { Answer, Call } from "./answer.ts";

/** A permission of an app, as app.yml names it, and how much of it. */
export type Need = readonly [permission: string, level: Level];

/** One operation that the sandbox answers. */
export interface Route {
  /** As in GitHub's description: `GET /repos/{owner}/{repo}/issues`. */
  readonly operation: string;
  /** What an app needs, one of them; absent: nothing in particular. */
  readonly needs?: readonly Need[];
  /** What a person needs in the repository. Default: read to read, write to write. */
  readonly person?: Permission;
  /** Whether it can be called with no token though it writes. */
  readonly anyone?: boolean;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** Whether a token's permissions have one of these. */
function hasOneOf(actor: Actor, needs: readonly Need[]): boolean {
  if (actor.kind !== "installation") return true;
  return needs.some(([name, level]) => {
    const granted = actor.permissions[name];
    return granted === level || granted === "admin" || (granted === "write" && level === "read");
  });
}

/** GitHub's 403 for an app that was not given what the operation needs. */
function inaccessible(needs: readonly Need[]): Refusal {
  const accepted = needs.map(([name, level]) => `${name}=${level}`).join("; ");
  return new Refusal(403, "Resource not accessible by integration", {
    headers: { "x-accepted-github-permissions": accepted },
  });
}

/** The repository that the path names. Throws 404 where it is not there or not for this actor to know. */
export function repositoryOf(call: Call): Repository {
  const repository = findRepository(call.world, `${call.path.owner}/${call.path.repo}`);
  if (repository === undefined || !canSee(call.actor, repository)) throw notFound();
  return repository;
}

/** Throws GitHub's refusal where the actor may not call the route. */
export function assertAllowed(call: Call, route: Route): void {
  const { actor } = call;
  const isRead = call.operation.method === "GET";
  if (!isRead && actor.kind === "anonymous" && route.anyone !== true)
    throw new Refusal(401, "Requires authentication");
  if (!route.operation.includes("{owner}/{repo}") || route.needs === undefined) return;
  const repository = repositoryOf(call);
  assertNeeds(actor, repository, route.needs, isRead);
  if (actor.kind !== "user") return;
  const least = route.person ?? (isRead ? "read" : "write");
  if (isAtLeast(permissionOf(repository, actor.account), least)) return;
  throw new Refusal(403, "Must have admin rights to Repository.");
}

/** Throws where an app has not one of these in the repository; what is public may be read by anyone. */
export function assertNeeds(
  actor: Actor,
  repository: Repository,
  needs: readonly Need[],
  isRead: boolean,
): void {
  if (actor.kind !== "installation") return;
  if (!reaches(actor, repository)) {
    if (isRead && repository.visibility === "public") return;
    throw inaccessible(needs);
  }
  if (!hasOneOf(actor, needs)) throw inaccessible(needs);
}
