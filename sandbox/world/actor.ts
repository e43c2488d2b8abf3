import type { Account, Actor } from "./entities.ts";
import { Refusal } from "./refusal.ts";
import { account, type World } from "./world.ts";

/** The account under which an actor's work appears. Throws where nobody is signed in. */
export function actorAccount(world: World, actor: Actor): Account {
  if (actor.kind === "user" || actor.kind === "installation") return actor.account;
  if (actor.kind === "app" && world.app !== null) return world.app.bot;
  throw new Refusal(401, "Requires authentication");
}

/** A user as an actor, by login: for worlds that are built and for people who act in them. */
export function actAs(world: World, login: string): Actor {
  return { kind: "user", account: account(world, login) };
}
