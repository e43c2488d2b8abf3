import { deleteComment, createComment, editComment, minimizeComment, react } from "./world/comments.ts";
import type { FileChanges } from "./git/trees.ts";
import { actAs } from "./world/actor.ts";
import type {
  Account,
  CheckRun,
  Comment,
  Installation,
  Issue,
  Permissions,
  Post,
  PullRequest,
  StateReason,
  Thread,
} from "./world/entities.ts";
import { addInstallation, tellInstallation } from "./world/installations.ts";
import { createPull, followBranch, mergePull, type PullFields } from "./world/pulls.ts";
import { type CommitOptions, commitFiles, NO_COMMIT, tellPush } from "./world/refs.ts";
import { moveRepository } from "./world/repositories.ts";
import { fullName, type Repository } from "./world/repository.ts";
import { createIssue, setState, tellThread, type ThreadFields, updateThread } from "./world/threads.ts";
import { transferIssue } from "./world/transfer.ts";
import { repositoryNamed, type World } from "./world/world.ts";
import type { Deliveries } from "./webhooks/delivery.ts";

/** Login of who does it. Default: the repository's owner. */
export interface By {
  readonly by?: string;
}

/**
 * What people do: the app hears of it by webhook. Each returns once the deliveries that it caused were answered,
 * which says nothing about the work that the app does afterwards.
 */
export function createActs(world: World, deliveries: Deliveries) {
  const find = (name: string) => repositoryNamed(world, name);
  const who = (repository: Repository, by: string | undefined) => actAs(world, by ?? repository.owner.login);
  const accountOf = (repository: Repository, by: string | undefined): Account => {
    const actor = who(repository, by);
    return actor.kind === "user" ? actor.account : repository.owner;
  };
  const done = async <T>(result: T): Promise<T> => {
    await deliveries.settled();
    return result;
  };

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
    async openIssue(name: string, fields: ThreadFields, options: By = {}): Promise<Issue> {
      const repository = find(name);
      return done(createIssue(world, who(repository, options.by), repository, fields));
    },
    async openPull(name: string, fields: PullFields, options: By = {}): Promise<PullRequest> {
      const repository = find(name);
      return done(createPull(world, who(repository, options.by), repository, fields));
    },
    async mergePull(pull: PullRequest, options: By = {}): Promise<string> {
      return done(mergePull(world, who(pull.repository, options.by), pull));
    },
    async edit(thread: Issue | PullRequest, fields: ThreadFields, options: By = {}): Promise<void> {
      return done(updateThread(world, who(thread.repository, options.by), thread, fields));
    },
    async close(thread: Thread, options: By & { readonly reason?: StateReason } = {}): Promise<void> {
      return done(setState(world, who(thread.repository, options.by), thread, "closed", options.reason));
    },
    async reopen(thread: Thread, options: By = {}): Promise<void> {
      return done(setState(world, who(thread.repository, options.by), thread, "open"));
    },
    async comment(
      thread: Thread,
      body: string,
      options: By & { readonly replyTo?: Comment } = {},
    ): Promise<Comment> {
      return done(
        createComment(world, who(thread.repository, options.by), thread, body, options.replyTo ?? null),
      );
    },
    async editComment(comment: Comment, body: string, options: By = {}): Promise<void> {
      editComment(world, who(comment.thread.repository, options.by), comment, body);
      return done(undefined);
    },
    async deleteComment(comment: Comment, options: By = {}): Promise<void> {
      return done(deleteComment(world, who(comment.thread.repository, options.by), comment));
    },
    /** Hides a comment; `null` shows it again. GitHub sends no webhook for it. */
    minimizeComment: (comment: Comment, reason: string | null = "outdated"): void =>
      minimizeComment(comment, reason),
    /** GitHub sends no webhook for reactions. */
    react: (post: Post, content: string, by: string): void =>
      void react(world, actAs(world, by), post, content),
    /** Presses a button of a check run. */
    async pressButton(run: CheckRun, identifier: string, options: By = {}): Promise<void> {
      if (!run.actions.some((action) => action.identifier === identifier)) {
        throw new Error(
          `The check run has no button ${identifier}, only: ${run.actions.map((one) => one.identifier).join(", ")}`,
        );
      }
      const sender = accountOf(run.repository, options.by);
      const subject = { check_run: run, requested_action: { identifier } };
      world.emit({
        name: "check_run",
        action: "requested_action",
        repository: run.repository,
        sender,
        subject,
      });
      return done(undefined);
    },
    /** "Re-run" on a check run. */
    async rerun(run: CheckRun, options: By = {}): Promise<void> {
      const sender = accountOf(run.repository, options.by);
      world.emit({
        name: "check_run",
        action: "rerequested",
        repository: run.repository,
        sender,
        subject: { check_run: run },
      });
      return done(undefined);
    },
    /** Moves an issue to another repository, where it is a new one: returns that. */
    async transfer(issue: Issue, to: string, options: By = {}): Promise<Issue> {
      const target = find(to);
      return done(transferIssue(world, who(target, options.by), issue, target));
    },
    async deleteIssue(issue: Issue, options: By = {}): Promise<void> {
      const { repository } = issue;
      repository.threads.delete(issue.number);
      repository.goneThreads.set(issue.number, "deleted");
      world.nodes.delete(issue.nodeId);
      tellThread(world, who(repository, options.by), issue, "deleted");
      return done(undefined);
    },
    /** Renames a repository or, to another owner's name, transfers it; the old name leads on. */
    async rename(name: string, to: string, options: By = {}): Promise<void> {
      const repository = find(name);
      const former = fullName(repository);
      const sender = accountOf(repository, options.by);
      moveRepository(world, repository, to);
      const [owner, repo] = former.split("/");
      const isTransfer = owner !== repository.owner.login;
      const changes = isTransfer
        ? { owner: { from: { organization: { login: owner } } } }
        : { repository: { name: { from: repo } } };
      world.emit({
        name: "repository",
        action: isTransfer ? "transferred" : "renamed",
        repository,
        sender,
        subject: { changes },
      });
      return done(undefined);
    },
    async archive(name: string, options: By = {}): Promise<void> {
      const repository = find(name);
      repository.archived = true;
      world.emit({
        name: "repository",
        action: "archived",
        repository,
        sender: accountOf(repository, options.by),
        subject: {},
      });
      return done(undefined);
    },
    /** Installs the app; the app hears of it. */
    async install(
      login: string,
      options: { readonly repositories?: readonly string[]; readonly permissions?: Permissions } = {},
    ): Promise<Installation> {
      return done(addInstallation(world, login, options));
    },
    async uninstall(installation: Installation): Promise<void> {
      tellInstallation(world, installation, "installation", "deleted", {});
      world.installations.delete(installation.id);
      return done(undefined);
    },
    async addToInstallation(installation: Installation, names: readonly string[]): Promise<void> {
      const added = names.map(find);
      for (const repository of added) installation.repositories?.add(repository);
      tellInstallation(world, installation, "installation_repositories", "added", {
        repositories_added: added,
      });
      return done(undefined);
    },
    async removeFromInstallation(installation: Installation, names: readonly string[]): Promise<void> {
      const removed = names.map(find);
      for (const repository of removed) installation.repositories?.delete(repository);
      tellInstallation(world, installation, "installation_repositories", "removed", {
        repositories_removed: removed,
      });
      return done(undefined);
    },
  };
}
