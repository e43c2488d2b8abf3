import type { Comment } from "../world/entities.ts";
import { isUnseenCommit } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import { findRepository, type World } from "../world/world.ts";

/** Whether REST is asked for something by an address of its own under which it cannot be found yet. */
export function isForUnseen(world: World, pathname: string): boolean {
  const [, owner, name, rest = ""] = /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
  const repository = findRepository(world, `${owner}/${name}`);
  if (repository === undefined) return false;
  const createdAt = findCreation(world, repository, rest);
  if (createdAt !== undefined) return world.isUnseen(createdAt);
  const hashes =
    /^(?:git\/(?:commits|trees)|commits|compare)\/([0-9a-f.]+)$/.exec(rest)?.[1]?.split("...") ?? [];
  return hashes.some((hash) => isUnseenCommit(world, repository, hash));
}

/** When the comment, issue or milestone of the path was made. */
function findCreation(world: World, repository: Repository, path: string): Date | undefined {
  const [, kind, id] = /^(issues\/comments|issues|milestones)\/(\d+)(?:\/|$)/.exec(path) ?? [];
  if (kind === "issues/comments") return (world.entities.get(Number(id)) as Comment | undefined)?.createdAt;
  if (kind === "issues") return repository.threads.get(Number(id))?.createdAt;
  return kind === undefined ? undefined : repository.milestones.get(Number(id))?.createdAt;
}
