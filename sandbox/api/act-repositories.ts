import { moveRepository } from "../world/repositories.ts";
import { fullName } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import type { By, ActContext } from "./act-context.ts";

/** What owners do with repositories. */
export function createRepositoryActs(world: World, { find, accountOf, done }: ActContext) {
  return {
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
  };
}
