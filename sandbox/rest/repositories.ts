import { type Answer, type Call, ok, paginateIn } from "../http/answer.ts";
import { repositoryOf, type Route } from "../http/route.ts";
import { permissionOf, reaches } from "../world/access.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { account, installationOf, repositoriesOf } from "../world/world.ts";
import { userShape } from "./shapes/account.ts";
import { installationShape } from "./shapes/app.ts";
import { fullRepositoryShape, repositoryWithPermissions } from "./shapes/repository.ts";

function get(call: Call): Answer {
  return ok(fullRepositoryShape(call.world, repositoryOf(call), call.actor));
}

/** For the app itself: which installation covers the repository. */
function installation(call: Call): Answer {
  if (call.actor.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
  const name = `${call.path.owner}/${call.path.repo}`.toLowerCase();
  const repository = call.world.repositories.get(name);
  const found = repository === undefined ? undefined : installationOf(call.world, repository);
  if (found === undefined) throw notFound();
  return ok(installationShape(call.world, found));
}

/** What an installation token reaches. */
function listOfInstallation(call: Call): Answer {
  const { actor, world } = call;
  if (actor.kind !== "installation") {
    throw new Refusal(
      403,
      "You must authenticate with an installation access token in order to list repositories for an installation.",
    );
  }
  const all = repositoriesOf(world, actor.installation).filter((repository) => reaches(actor, repository));
  const answer = paginateIn(call, "repositories", all, (repository) =>
    repositoryWithPermissions(world, repository, actor),
  );
  const selection =
    actor.installation.repositories === null && actor.repositories === null ? "all" : "selected";
  return { ...answer, body: { ...(answer.body as object), repository_selection: selection } };
}

function collaboratorPermission(call: Call): Answer {
  const repository = repositoryOf(call);
  const known = call.world.accounts.get(String(call.path.username).toLowerCase());
  if (known === undefined) throw notFound();
  const who = account(call.world, known.login);
  const role = permissionOf(repository, who);
  const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
  return ok({ permission, role_name: role, user: { ...userShape(call.world, who), role_name: role } });
}

const REPO = "/repos/{owner}/{repo}";

export const repositoryRoutes: readonly Route[] = [
  { operation: `GET ${REPO}`, needs: [["metadata", "read"]], handle: get },
  { operation: `GET ${REPO}/installation`, handle: installation },
  { operation: "GET /installation/repositories", handle: listOfInstallation },
  {
    operation: `GET ${REPO}/collaborators/{username}/permission`,
    needs: [["metadata", "read"]],
    person: "write",
    handle: collaboratorPermission,
  },
];
