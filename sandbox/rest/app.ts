import { type Answer, bodyOf, type Call, created, ok, paginate } from "../http/answer.ts";
import type { Route } from "../http/route.ts";
import type { Installation, Permissions } from "../world/entities.ts";
import { createInstallationToken } from "../world/installations.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { type AppRegistration, repositoriesOf } from "../world/world.ts";
import { instant } from "./shapes/account.ts";
import { appShape, installationShape } from "./shapes/app.ts";
import { repositoryShape } from "./shapes/repository.ts";

/** The app that asks. Throws 401 for anybody else. */
export function appOf(call: Call): AppRegistration {
  if (call.actor.kind !== "app" || call.world.app === null) {
    throw new Refusal(401, "A JSON web token could not be decoded");
  }
  return call.world.app;
}

function installationOfPath(call: Call): Installation {
  appOf(call);
  const installation = call.world.installations.get(Number(call.path.installation_id));
  if (installation === undefined) throw notFound();
  return installation;
}

function listInstallations(call: Call): Answer {
  appOf(call);
  return paginate(call, [...call.world.installations.values()], (one) => installationShape(call.world, one));
}

interface Narrowed {
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
  readonly permissions?: Permissions;
}

function createToken(call: Call): Answer {
  const installation = installationOfPath(call);
  if (installation.suspended) throw new Refusal(403, "This installation has been suspended");
  const { repositories: names, repository_ids: ids, permissions } = bodyOf<Narrowed>(call);
  const all = repositoriesOf(call.world, installation);
  const wanted = all.filter(
    (one) => names?.some((name) => name.toLowerCase() === one.name.toLowerCase()) || ids?.includes(one.id),
  );
  const isNarrowed = names !== undefined || ids !== undefined;
  if (isNarrowed && wanted.length < (names?.length ?? 0) + (ids?.length ?? 0)) {
    throw new Refusal(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  for (const [name, level] of Object.entries(permissions ?? {})) {
    const granted = installation.permissions[name];
    if (granted === undefined || (granted === "read" && level !== "read")) {
      throw new Refusal(422, "The permissions requested are not granted to this installation.");
    }
  }
  const repositories = isNarrowed ? wanted : undefined;
  const { value, expiresAt, actor } = createInstallationToken(call.world, installation, {
    repositories,
    permissions,
  });
  const isAll = installation.repositories === null && !isNarrowed;
  return created({
    token: value,
    expires_at: instant(expiresAt),
    permissions: actor.permissions,
    repository_selection: isAll ? "all" : "selected",
    ...(isNarrowed ? { repositories: wanted.map((one) => repositoryShape(call.world, one)) } : {}),
  });
}

function accountInstallation(call: Call): Answer {
  appOf(call);
  const login = String(call.path.username ?? call.path.org).toLowerCase();
  const found = [...call.world.installations.values()].find(
    (one) => one.account.login.toLowerCase() === login,
  );
  if (found === undefined) throw notFound();
  return ok(installationShape(call.world, found));
}

export const appRoutes: readonly Route[] = [
  { operation: "GET /app", handle: (call) => ok(appShape(call.world, appOf(call))) },
  { operation: "GET /app/installations", handle: listInstallations },
  {
    operation: "GET /app/installations/{installation_id}",
    handle: (call) => ok(installationShape(call.world, installationOfPath(call))),
  },
  { operation: "POST /app/installations/{installation_id}/access_tokens", handle: createToken },
  { operation: "GET /users/{username}/installation", handle: accountInstallation },
  { operation: "GET /orgs/{org}/installation", handle: accountInstallation },
];
