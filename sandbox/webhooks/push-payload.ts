import { diffTrees } from "../git/diff.ts";
import { commitsBetween } from "../git/history.ts";
import { type Commit, readObject } from "../git/objects.ts";
import { instant, userShape } from "../rest/shapes/account.ts";
import { repositoryShape } from "../rest/shapes/repository.ts";
import { commitUrl, repositoryUrl } from "../world/links.ts";
import { NO_COMMIT } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import type { World, WorldEvent } from "../world/world.ts";

/** GitHub puts at most this many commits into a push's payload. */
const MAX_COMMITS = 2048;

function commitShape(world: World, repository: Repository, commit: Commit) {
  const parent = commit.parents[0];
  const before = parent === undefined ? null : (readObject(repository.git, parent, "Commit")?.tree ?? null);
  const files = diffTrees(repository.git, before, commit.tree);
  const pick = (status: string) => files.filter((file) => file.status === status).map((file) => file.path);
  // A push doesn't report renames: they are files removed and files added.
  const renamed = files.filter((file) => file.status === "renamed");
  const { name, email, date, login } = commit.author;
  const who = { name, email, date: instant(date), ...(login === null ? {} : { username: login }) };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: instant(date),
    url: commitUrl(world, repository, commit.sha),
    author: who,
    committer: who,
    added: [...pick("added"), ...renamed.map((file) => file.path)],
    removed: [...pick("removed"), ...renamed.flatMap((file) => file.previousPath ?? [])],
    modified: pick("modified"),
  };
}

/** Commits that a push brought; those of a new branch are the ones that the default branch has not. */
function commitsOf(repository: Repository, before: string, after: string): Commit[] {
  if (after === NO_COMMIT) return [];
  if (before !== NO_COMMIT) return commitsBetween(repository.git, before, after);
  const main = repository.refs.get(`refs/heads/${repository.defaultBranch}`);
  return commitsBetween(repository.git, main === undefined || main === after ? NO_COMMIT : main, after);
}

/** The payload of `push`. A push's repository has some fields of older days. */
export function pushPayload(world: World, event: WorldEvent, repository: Repository) {
  const { ref, before, after, forced } = event.subject as {
    ref: string;
    before: string;
    after: string;
    forced: boolean;
  };
  const commits = commitsOf(repository, before, after).map((commit) =>
    commitShape(world, repository, commit),
  );
  const head = readObject(repository.git, after, "Commit");
  const html = repositoryUrl(world, repository);
  const shape = repositoryShape(world, repository);
  return {
    ref,
    before,
    after,
    repository: {
      ...shape,
      owner: { ...shape.owner, name: repository.owner.login, email: null },
      url: html,
      created_at: Math.floor(repository.createdAt.getTime() / 1000),
      pushed_at: Math.floor(repository.pushedAt.getTime() / 1000),
      stargazers: 0,
      master_branch: repository.defaultBranch,
    },
    pusher: { name: event.sender.login, email: `${event.sender.login}@users.noreply.sandbox` },
    sender: userShape(world, event.sender),
    created: before === NO_COMMIT,
    deleted: after === NO_COMMIT,
    forced,
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: commits.slice(-MAX_COMMITS),
    head_commit: head === undefined ? null : commitShape(world, repository, head),
  };
}
