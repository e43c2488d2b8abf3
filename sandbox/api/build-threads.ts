import { actAs } from "../world/actor.ts";
import { createComment } from "../world/comments.ts";
import { createDiscussion } from "../world/discussions.ts";
import type { Comment, Discussion, Issue, PullRequest, Thread } from "../world/entities.ts";
import { createPull } from "../world/pulls.ts";
import { commitFiles } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import { createIssue, setState, type ThreadFields } from "../world/threads.ts";
import { account, repositoryNamed, type World } from "../world/world.ts";
import { quietly } from "./quietly.ts";

/** Fields of an issue, pull request or discussion that is there already. */
export interface AddThread {
  /** Default: the next one. */
  readonly number?: number;
  readonly title?: string;
  readonly body?: string;
  /** Login. Default: the repository's owner. */
  readonly author?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  /** Its number or title. */
  readonly milestone?: number | string;
  readonly state?: "open" | "closed";
  readonly locked?: boolean;
}

/** What builds issues, pull requests, discussions and their comments. */
export function createThreadBuilder(world: World) {
  const find = (name: string) => repositoryNamed(world, name);
  const ownerOf = (repository: Repository) => actAs(world, repository.owner.login);

  function finish<T extends Thread>(thread: T, fields: AddThread): T {
    thread.events.splice(0);
    if (fields.author !== undefined) thread.author = account(world, fields.author);
    if (fields.state === "closed") setState(world, ownerOf(thread.repository), thread, "closed");
    thread.locked = fields.locked ?? false;
    return thread;
  }

  function milestoneNumber(repository: Repository, wanted: number | string | undefined): number | undefined {
    if (typeof wanted !== "string") return wanted;
    return [...repository.milestones.values()].find((milestone) => milestone.title === wanted)?.number;
  }

  return {
    addIssue(name: string, fields: AddThread = {}): Issue {
      const repository = find(name);
      return quietly(world, repository, () => {
        const { title = `Issue ${fields.number ?? ""}`.trim(), body, labels, assignees } = fields;
        const given: ThreadFields = {
          title,
          body,
          labels,
          assignees,
          milestone: milestoneNumber(repository, fields.milestone),
        };
        return finish(createIssue(world, ownerOf(repository), repository, given, fields.number), fields);
      });
    },
    /** Adds a pull request; its branch is made, with one file of its own, where it is not there. */
    addPull(
      name: string,
      fields: AddThread & { readonly head?: string; readonly base?: string } = {},
    ): PullRequest {
      const repository = find(name);
      return quietly(world, repository, () => {
        const {
          number,
          title = `Pull request ${number ?? ""}`.trim(),
          body,
          base = repository.defaultBranch,
        } = fields;
        const head = fields.head ?? `branch-${number ?? repository.threads.size + 1}`;
        if (!repository.refs.has(`refs/heads/${base}`))
          commitFiles(world, repository, { "README.md": `# ${name}\n` }, { branch: base });
        if (!repository.refs.has(`refs/heads/${head}`)) {
          commitFiles(
            world,
            repository,
            { [`changes/${head}.txt`]: `${title}\n` },
            { branch: head, from: base, message: title },
          );
        }
        return finish(
          createPull(world, ownerOf(repository), repository, { title, body, head, base, number }),
          fields,
        );
      });
    },
    addDiscussion(name: string, fields: AddThread & { readonly category?: string } = {}): Discussion {
      const repository = find(name);
      const { number, title = `Discussion ${number ?? ""}`.trim(), body = "", category } = fields;
      return quietly(world, repository, () =>
        finish(
          createDiscussion(world, ownerOf(repository), repository, { title, body, number, category }),
          fields,
        ),
      );
    },
    /** Adds a comment below an issue, pull request or discussion; `replyTo` for discussions. */
    addComment(
      thread: Thread,
      body: string,
      options: { readonly author?: string; readonly replyTo?: Comment } = {},
    ): Comment {
      return quietly(world, thread.repository, () =>
        createComment(
          world,
          actAs(world, options.author ?? thread.repository.owner.login),
          thread,
          body,
          options.replyTo ?? null,
        ),
      );
    },
  };
}
