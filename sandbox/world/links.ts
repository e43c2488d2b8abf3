import type { Account, CheckRun, Comment, Label, Milestone, Thread } from "./entities.ts";
import { fullName, type Repository } from "./repository.ts";
import type { World } from "./world.ts";

/** Addresses for people (`html`) and for programs (`api`), made from where the sandbox listens. */
export function apiBase(world: World): string {
  return `${world.baseUrl}/api/v3`;
}

export function accountUrl(world: World, who: Account): string {
  const path = who.__typename === "Bot" ? `apps/${who.login.replace("[bot]", "")}` : who.login;
  return `${world.baseUrl}/${path}`;
}

export function repositoryUrl(world: World, repository: Repository): string {
  return `${world.baseUrl}/${fullName(repository)}`;
}

export function repositoryApi(world: World, repository: Repository): string {
  return `${apiBase(world)}/repos/${fullName(repository)}`;
}

const FOLDERS = { Issue: "issues", PullRequest: "pull", Discussion: "discussions" } as const;

export function threadUrl(world: World, thread: Thread): string {
  return `${repositoryUrl(world, thread.repository)}/${FOLDERS[thread.__typename]}/${thread.number}`;
}

export function commentUrl(world: World, comment: Comment): string {
  const anchor = comment.__typename === "DiscussionComment" ? "discussioncomment" : "issuecomment";
  return `${threadUrl(world, comment.thread)}#${anchor}-${comment.id}`;
}

export function milestoneUrl(world: World, milestone: Milestone): string {
  return `${repositoryUrl(world, milestone.repository)}/milestone/${milestone.number}`;
}

export function labelUrl(world: World, label: Label): string {
  return `${repositoryUrl(world, label.repository)}/labels/${encodeURIComponent(label.name)}`;
}

export function checkRunUrl(world: World, run: CheckRun): string {
  return `${repositoryUrl(world, run.repository)}/runs/${run.id}`;
}

export function commitUrl(world: World, repository: Repository, sha: string): string {
  return `${repositoryUrl(world, repository)}/commit/${sha}`;
}

/** A path with each part escaped for an address. */
export function escapePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

export function blobUrl(
  world: World,
  repository: Repository,
  ref: string,
  path: string,
  kind = "blob",
): string {
  return `${repositoryUrl(world, repository)}/${kind}/${escapePath(ref)}/${escapePath(path)}`;
}
