import type { Installation, Permissions } from "../world/entities.ts";
import { addInstallation, tellInstallation } from "../world/installations.ts";
import type { World } from "../world/world.ts";
import type { ActContext } from "./act-context.ts";

/** What owners do with the app. */
export function createInstallationActs(world: World, { find, done }: ActContext) {
  return {
    /** Installs the app, which gets a webhook. */
    async install(
      login: string,
      options: { readonly repositories?: readonly string[]; readonly permissions?: Permissions } = {},
    ): Promise<Installation> {
      const installation = addInstallation(world, login, options);
      tellInstallation(world, installation, "installation", "created", {});
      return done(installation);
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
