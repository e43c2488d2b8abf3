import type { Issue, PullRequest, StateReason, Thread } from "../world/entities.ts";
import { linkPull } from "../world/linked-pulls.ts";
import { createPull, mergePull, type PullFields } from "../world/pulls.ts";
import { createIssue, setState, tellThread, type ThreadFields, updateThread } from "../world/threads.ts";
import { transferIssue } from "../world/transfer.ts";
import type { World } from "../world/world.ts";
import type { By, ActContext } from "./act-context.ts";

/** What people do with issues, pull requests and discussions. */
export function createThreadActs(world: World, { find, who, done }: ActContext) {
  return {
    async openIssue(name: string, fields: ThreadFields, options: By = {}): Promise<Issue> {
      const repository = find(name);
      return done(createIssue(world, who(repository, options.by), repository, fields));
    },
    async openPull(name: string, fields: PullFields, options: By = {}): Promise<PullRequest> {
      const repository = find(name);
      return done(createPull(world, who(repository, options.by), repository, fields));
    },
    /** Links a pull request to an issue by hand. GitHub sends no webhook for it. */
    linkPull: (issue: Issue, pull: PullRequest, options: By = {}): void =>
      linkPull(world, who(issue.repository, options.by), issue, pull),
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
  };
}
