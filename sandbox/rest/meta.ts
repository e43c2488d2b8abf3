import { type Answer, type Call, ok } from "../http/answer.ts";
import type { Route } from "../http/route.ts";
import { actorAccount } from "../world/actor.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { publicUserShape } from "./shapes/account.ts";

/** The sandbox does not limit requests by itself; it tells the figures that GitHub begins with. */
export const RATE_LIMIT = 5000;

function rateLimit(call: Call): Answer {
  const reset = Math.floor(call.world.now().getTime() / 1000) + 3600;
  const full = { limit: RATE_LIMIT, remaining: RATE_LIMIT, reset, used: 0 };
  return ok({
    resources: { core: full, search: { ...full, limit: 30, remaining: 30 }, graphql: full },
    rate: full,
  });
}

function me(call: Call): Answer {
  if (call.actor.kind === "installation") throw new Refusal(403, "Resource not accessible by integration");
  const who = actorAccount(call.world, call.actor);
  return ok(publicUserShape(call.world, who));
}

function user(call: Call): Answer {
  const who = call.world.accounts.get(String(call.path.username).toLowerCase());
  if (who === undefined) throw notFound();
  return ok(publicUserShape(call.world, who));
}

export const metaRoutes: readonly Route[] = [
  { operation: "GET /rate_limit", handle: rateLimit },
  {
    operation: "GET /meta",
    handle: () => ok({ verifiable_password_authentication: false, installed_version: "3.19.0" }),
  },
  { operation: "GET /user", handle: me },
  { operation: "GET /users/{username}", handle: user },
];
