import type { Account } from "../../world/entities.ts";
import { accountUrl } from "../../world/links.ts";
import { fullName } from "../../world/repository.ts";
import { allRepositories } from "../../world/world.ts";
import { connect } from "../connection.ts";
import type { Fields } from "../context.ts";

const common: Fields<Account> = {
  url: (who, _args, { world }) => accountUrl(world, who),
  avatarUrl: (who, _args, { world }) => `${world.baseUrl}/avatars/${encodeURIComponent(who.login)}.svg`,
  resourcePath: (who, _args, { world }) => accountUrl(world, who).slice(world.baseUrl.length),
  name: (who) => who.name,
};

const owner: Fields<Account> = {
  repositories: (who, args, { world }, field) => {
    const own = allRepositories(world).filter((one) => one.owner === who);
    return connect(
      own.sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1)),
      args,
      field,
    );
  },
};

export const people: Readonly<Record<string, Fields<Account>>> = {
  User: {
    ...common,
    ...owner,
    isViewer: (who, _args, { actor }) => "account" in actor && actor.account === who,
  },
  Organization: { ...common, ...owner },
  // GraphQL names a bot without the "[bot]" that REST gives its login.
  Bot: { ...common, login: (who) => who.login.replace(/\[bot\]$/, "") },
};
