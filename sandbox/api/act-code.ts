import type { FileChanges } from "../git/trees.ts";
import { followBranch } from "../world/pulls.ts";
import { type CommitOptions, commitFiles, NO_COMMIT, tellPush } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import type { By, ActContext } from "./act-context.ts";

/** What people do with branches and tags. */
export function createCodeActs(world: World, { find, who, accountOf, done }: ActContext) {
  function moveRef(
    repository: Repository,
    ref: string,
    after: string,
    options: By & { forced?: boolean },
  ): void {
    const before = repository.refs.get(ref) ?? NO_COMMIT;
    if (after === NO_COMMIT) repository.refs.delete(ref);
    else repository.refs.set(ref, after);
    const sender = accountOf(repository, options.by);
    tellPush(world, repository, { ref, before, after, sender, forced: options.forced ?? false });
    followBranch(world, who(repository, options.by), repository, ref);
  }

  return {
    /**
     * Commits files (null removes one) and pushes them; a list of them is as many commits in one push.
     * Returns the hash of the last commit.
     */
    async push(
      name: string,
      files: FileChanges | readonly FileChanges[],
      options: CommitOptions & By = {},
    ): Promise<string> {
      const repository = find(name);
      const ref = `refs/heads/${options.branch ?? repository.defaultBranch}`;
      const before = repository.refs.get(ref) ?? NO_COMMIT;
      let after = before;
      for (const changes of Array.isArray(files) ? files : [files]) {
        after = commitFiles(world, repository, changes, options).sha;
      }
      const by = options.by ?? options.author;
      tellPush(world, repository, { ref, before, after, sender: accountOf(repository, by) });
      followBranch(world, who(repository, by), repository, ref);
      return done(after);
    },
    /** Tells again of what was committed: a push from `before` to `after` (default: all, to the branch's head). */
    async tellPush(
      name: string,
      options: { before?: string; after?: string; branch?: string } & By = {},
    ): Promise<void> {
      const repository = find(name);
      const ref = `refs/heads/${options.branch ?? repository.defaultBranch}`;
      const after = options.after ?? repository.refs.get(ref) ?? NO_COMMIT;
      tellPush(world, repository, {
        ref,
        before: options.before ?? NO_COMMIT,
        after,
        sender: accountOf(repository, options.by),
      });
      return done(undefined);
    },
    /** Sets a branch to a commit, as a force push does. */
    async forcePush(name: string, sha: string, options: { branch?: string } & By = {}): Promise<void> {
      const repository = find(name);
      moveRef(repository, `refs/heads/${options.branch ?? repository.defaultBranch}`, sha, {
        ...options,
        forced: true,
      });
      return done(undefined);
    },
    async deleteBranch(name: string, branch: string, options: By = {}): Promise<void> {
      moveRef(find(name), `refs/heads/${branch}`, NO_COMMIT, options);
      return done(undefined);
    },
    async pushTag(name: string, tag: string, sha: string, options: By = {}): Promise<void> {
      moveRef(find(name), `refs/tags/${tag}`, sha, options);
      return done(undefined);
    },
  };
}
