import { canSee } from "../../world/access.ts";
import { actorAccount } from "../../world/actor.ts";
import { findRepository } from "../../world/world.ts";
import { RATE_LIMIT } from "../../rest/meta.ts";
import { isVisible } from "../access.ts";
import { type Context, type Fields, GraphQLRefusal, notResolved } from "../context.ts";

function node(context: Context, id: unknown): object {
  const found = context.world.nodes.get(String(id));
  if (found === undefined || !isVisible(context, found))
    throw notResolved(`a node with the global id of '${String(id)}'`);
  return found;
}

function accountOf(context: Context, login: unknown, types: readonly string[], what: string): object {
  const known = context.world.accounts.get(String(login).toLowerCase());
  if (known === undefined || !types.includes(known.__typename)) {
    throw notResolved(`${what} with the login of '${String(login)}'.`);
  }
  return known;
}

/** Each id's node, or null with an error of its own, as GitHub answers `nodes`. */
function nodes(context: Context, ids: unknown): (object | Error)[] {
  const list = ids as readonly unknown[];
  if (list.length > 100) {
    const message = `You may not provide more than 100 node ids; you provided ${list.length}.`;
    throw new GraphQLRefusal("ARGUMENT_LIMIT", message);
  }
  return list.map((id) => {
    try {
      return node(context, id);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}

/** Counts the issues of one author in one repository, which is all that anybody here searches for. */
function search({ world, actor }: Context, args: Readonly<Record<string, unknown>>): object {
  const [, name, author = ""] = /^repo:(\S+) is:issue author:(\S+)$/.exec(String(args.query)) ?? [];
  const repository = name === undefined ? undefined : findRepository(world, name);
  if (repository === undefined || !canSee(actor, repository)) return { issueCount: 0 };
  const login = author.replace(/^app\/(.*)$/, "$1[bot]").toLowerCase();
  const found = [...repository.threads.values()].filter(
    (thread) =>
      thread.__typename === "Issue" &&
      thread.author?.login.toLowerCase() === login &&
      !world.isHidden(thread.createdAt),
  );
  return { issueCount: found.length };
}

export const query: Fields<undefined> = {
  viewer: (_root, _args, { world, actor }) => actorAccount(world, actor),
  repository: (_root, args, { world, actor }) => {
    const name = `${String(args.owner)}/${String(args.name)}`;
    const found = findRepository(world, name);
    const isFormer =
      found !== undefined && `${found.owner.login}/${found.name}`.toLowerCase() !== name.toLowerCase();
    if (found === undefined || !canSee(actor, found) || (isFormer && args.followRenames === false)) {
      throw notResolved(`a Repository with the name '${name}'.`);
    }
    return found;
  },
  search: (_root, args, context) => search(context, args),
  node: (_root, args, context) => node(context, args.id),
  nodes: (_root, args, context) => nodes(context, args.ids),
  user: (_root, args, context) => accountOf(context, args.login, ["User"], "a User"),
  organization: (_root, args, context) => accountOf(context, args.login, ["Organization"], "an Organization"),
  repositoryOwner: (_root, args, { world }) => world.accounts.get(String(args.login).toLowerCase()) ?? null,
  rateLimit: (_root, _args, { world, cost }) => ({
    cost: cost.points,
    limit: RATE_LIMIT,
    nodeCount: cost.nodes,
    remaining: RATE_LIMIT - cost.points,
    used: cost.points,
    resetAt: new Date(world.now().getTime() + 3_600_000),
  }),
};
