import type { FileChanges } from "./git/trees.ts";
import { actAs } from "./world/actor.ts";
import { createComment } from "./world/comments.ts";
import { createDiscussion } from "./world/discussions.ts";
import type {
  Account,
  Comment,
  Discussion,
  Installation,
  Issue,
  Label,
  Milestone,
  Permission,
  Permissions,
  PullRequest,
  Thread,
} from "./world/entities.ts";
import { addInstallation, addUserToken, addWorkflowToken } from "./world/installations.ts";
import { createLabel } from "./world/labels.ts";
import { createMilestone, type MilestoneFields } from "./world/milestones.ts";
import { createPull } from "./world/pulls.ts";
import { type CommitOptions, commitFiles } from "./world/refs.ts";
import { addRepository, type RepositoryOptions } from "./world/repositories.ts";
import type { Repository } from "./world/repository.ts";
import { createIssue, setState, type ThreadFields } from "./world/threads.ts";
import { account, repositoryNamed, type World } from "./world/world.ts";

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

/** Runs with nobody told: what is built is there already. */
function quietly<T>(world: World, build: () => T): T {
  const { emit } = world;
  world.emit = () => {};
  try {
    return build();
  } finally {
    world.emit = emit;
  }
}

/** What builds a world: everything is there at once, and no webhook is sent. Names are `owner/name`. */
export function createBuilder(world: World) {
  const find = (name: string) => repositoryNamed(world, name);
  const ownerOf = (repository: Repository) => actAs(world, repository.owner.login);
  const by = (repository: Repository, login: string | undefined) =>
    login === undefined ? ownerOf(repository) : actAs(world, login);

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
    /** Adds an account, or gives one a name. */
    addUser(login: string, name: string | null = null): Account {
      const who = account(world, login, "User");
      who.name = name;
      return who;
    },
    addOrganization: (login: string): Account => account(world, login, "Organization"),
    addRepository: (name: string, options?: RepositoryOptions): Repository =>
      addRepository(world, name, options),
    /** Makes a user a member: members can be assigned. Default permission: "write". */
    addCollaborator(name: string, login: string, permission: Permission = "write"): Account {
      const who = account(world, login);
      find(name).collaborators.set(login.toLowerCase(), { account: who, permission });
      return who;
    },
    /** Commits files (null removes one) to a branch; returns the commit's hash. Nobody is told: see `push`. */
    commit: (name: string, files: FileChanges, options?: CommitOptions): string =>
      commitFiles(world, find(name), files, options).sha,
    addLabel(name: string, label: string, color?: string, description?: string): Label {
      const repository = find(name);
      return quietly(world, () =>
        createLabel(world, ownerOf(repository), repository, { name: label, color, description }),
      );
    },
    addMilestone(
      name: string,
      fields: MilestoneFields & { readonly title: string; readonly number?: number },
    ): Milestone {
      const repository = find(name);
      return quietly(world, () => createMilestone(world, ownerOf(repository), repository, fields));
    },
    addIssue(name: string, fields: AddThread = {}): Issue {
      const repository = find(name);
      return quietly(world, () => {
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
      return quietly(world, () => {
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
      return quietly(world, () =>
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
      return quietly(world, () =>
        createComment(world, by(thread.repository, options.author), thread, body, options.replyTo ?? null),
      );
    },
    /** Installs the app on an account, for some repositories or (left out) all. */
    addInstallation(
      login: string,
      options: { readonly repositories?: readonly string[]; readonly permissions?: Permissions } = {},
    ): Installation {
      return quietly(world, () => addInstallation(world, login, options));
    },
    /** A token of a person, as `GH_TOKEN` holds it. */
    addUserToken: (login: string, value?: string): string => addUserToken(world, login, value),
    /** A token as a workflow run in the repository gets it. */
    addWorkflowToken: (name: string, permissions: Permissions): string =>
      addWorkflowToken(world, name, permissions),
  };
}
