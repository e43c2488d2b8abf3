import type { Account, Actor, Permission } from "./entities.ts";
import type { Repository } from "./repository.ts";
import { covers } from "./world.ts";

const ORDER: readonly Permission[] = ["none", "read", "triage", "write", "maintain", "admin"];

/** Whether a permission is at least another. */
export function isAtLeast(permission: Permission, least: Permission): boolean {
  return ORDER.indexOf(permission) >= ORDER.indexOf(least);
}

/** What a user may do in a repository: owners all, collaborators what they were given, others read what is public. */
export function permissionOf(repository: Repository, who: Account): Permission {
  if (repository.owner === who) return "admin";
  const given = repository.collaborators.get(who.login.toLowerCase())?.permission;
  return given ?? (repository.visibility === "public" ? "read" : "none");
}

/** Whether an actor's token reaches a repository as a member of it, not as the public. */
export function reaches(actor: Actor, repository: Repository): boolean {
  if (actor.kind === "installation") {
    if (actor.installation.suspended || !covers(actor.installation, repository)) return false;
    return actor.repositories === null || actor.repositories.has(repository);
  }
  return actor.kind === "user" && permissionOf(repository, actor.account) !== "none";
}

/** Whether an actor may know that the repository exists. */
export function canSee(actor: Actor, repository: Repository): boolean {
  return repository.visibility === "public" || reaches(actor, repository);
}

/** Whether an actor may push, which on issues means: set labels, assignees and milestones. */
export function canPush(actor: Actor, repository: Repository, permission = "issues"): boolean {
  if (actor.kind === "installation") {
    return reaches(actor, repository) && actor.permissions[permission] === "write";
  }
  return actor.kind === "user" && isAtLeast(permissionOf(repository, actor.account), "triage");
}

/** Whether the issue of this repository may be assigned to the account: its owner and its members. */
export function isAssignable(repository: Repository, who: Account): boolean {
  if (who.__typename !== "User") return false;
  return repository.owner === who || repository.collaborators.has(who.login.toLowerCase());
}

/** Accounts that may be assigned, by login. */
export function assignableAccounts(repository: Repository): Account[] {
  const members = [...repository.collaborators.values()].map(({ account }) => account);
  return [...new Set([repository.owner, ...members])]
    .filter((who) => isAssignable(repository, who))
    .sort((a, b) => (a.login.toLowerCase() < b.login.toLowerCase() ? -1 : 1));
}
