import type { FileChanges } from "../git/trees.ts";
import { actAs } from "../world/actor.ts";
import type { Account, Installation, Label, Milestone, Permission, Permissions } from "../world/entities.ts";
import { addInstallation, addUserToken, addWorkflowToken } from "../world/installations.ts";
import { createLabel } from "../world/labels.ts";
import { createMilestone, type MilestoneFields } from "../world/milestones.ts";
import { type CommitOptions, commitFiles } from "../world/refs.ts";
import { addRepository, type RepositoryOptions } from "../world/repositories.ts";
import type { Repository } from "../world/repository.ts";
import { account, repositoryNamed, type World } from "../world/world.ts";
import { createThreadBuilder } from "./build-threads.ts";
import { quietly } from "./quietly.ts";

/** What builds a world: everything is there at once, and no webhook is sent. Names are `owner/name`. */
export function createBuilder(world: World) {
  const find = (name: string) => repositoryNamed(world, name);
  const ownerOf = (repository: Repository) => actAs(world, repository.owner.login);

  return {
    ...createThreadBuilder(world),
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
    /** Commits files (null removes one) to a branch; returns the commit's hash. Sends no webhook: see `push`. */
    commit: (name: string, files: FileChanges, options?: CommitOptions): string =>
      commitFiles(world, find(name), files, options).sha,
    addLabel(name: string, label: string, color?: string, description?: string): Label {
      const repository = find(name);
      return quietly(world, repository, () =>
        createLabel(world, ownerOf(repository), repository, { name: label, color, description }),
      );
    },
    addMilestone(
      name: string,
      fields: MilestoneFields & { readonly title: string; readonly number?: number },
    ): Milestone {
      const repository = find(name);
      return quietly(world, repository, () =>
        createMilestone(world, ownerOf(repository), repository, fields),
      );
    },
    /** Installs the app on an account, for some repositories or (left out) all. */
    addInstallation(
      login: string,
      options: { readonly repositories?: readonly string[]; readonly permissions?: Permissions } = {},
    ): Installation {
      return addInstallation(world, login, options);
    },
    /** A token of a person, as `GH_TOKEN` holds it. */
    addUserToken: (login: string, value?: string): string => addUserToken(world, login, value),
    /** A token as a workflow run in the repository gets it. */
    addWorkflowToken: (name: string, permissions: Permissions): string =>
      addWorkflowToken(world, name, permissions),
  };
}
