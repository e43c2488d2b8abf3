import { actAs } from "../world/actor.ts";
import type { Account, Actor } from "../world/entities.ts";
import type { Repository } from "../world/repository.ts";
import { repositoryNamed, type World } from "../world/world.ts";
import type { Deliveries } from "../webhooks/delivery.ts";

/** Login of who does it. Default: the repository's owner. */
export interface By {
  readonly by?: string;
}

/** What every act needs. */
export interface ActContext {
  find(name: string): Repository;
  who(repository: Repository, by: string | undefined): Actor;
  accountOf(repository: Repository, by: string | undefined): Account;
  /** Gives the result back once the deliveries that it caused were answered. */
  done<T>(result: T): Promise<T>;
}

export function createActContext(world: World, deliveries: Deliveries): ActContext {
  const who = (repository: Repository, by: string | undefined) => actAs(world, by ?? repository.owner.login);
  return {
    find: (name) => repositoryNamed(world, name),
    who,
    accountOf(repository, by) {
      const actor = who(repository, by);
      return actor.kind === "user" ? actor.account : repository.owner;
    },
    async done(result) {
      await deliveries.settled();
      return result;
    },
  };
}
