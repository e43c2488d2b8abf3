import { type Answer, bodyOf, type Call, created, noContent, ok } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { readObject } from "../git/objects.ts";
import { actorAccount } from "../world/actor.ts";
import { followBranch } from "../world/pulls.ts";
import { repositoryApi } from "../world/links.ts";
import { commitNamed, findCommit, NO_COMMIT, tellPush } from "../world/refs.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { gitCommitShape, treeShape } from "./shapes/git.ts";

const READ: readonly Need[] = [["contents", "read"]];
const WRITE: readonly Need[] = [["contents", "write"]];

function getTree(call: Call): Answer {
  const repository = repositoryOf(call);
  const name = String(call.path.tree_sha);
  const sha = findCommit(repository, name)?.tree ?? name;
  if (readObject(repository.git, sha, "Tree") === undefined) throw notFound();
  return ok(treeShape(call.world, repository, sha, call.query.recursive !== undefined));
}

function getBlob(call: Call): Answer {
  const repository = repositoryOf(call);
  const sha = String(call.path.file_sha);
  const blob = readObject(repository.git, sha, "Blob");
  if (blob === undefined) throw notFound();
  if (/\braw\b/.test(call.accept))
    return { status: 200, body: blob.data, headers: { "content-type": "application/vnd.github.raw+json" } };
  return ok({
    sha,
    node_id: `B_${sha}`,
    size: blob.data.length,
    url: `${repositoryApi(call.world, repository)}/git/blobs/${sha}`,
    content: blob.data.toString("base64"),
    encoding: "base64",
  });
}

function matchRefs(call: Call): Answer {
  const repository = repositoryOf(call);
  const prefix = `refs/${call.path.ref}`;
  const found = [...repository.refs].filter(([ref]) => ref.startsWith(prefix)).sort();
  return ok(found.map(([ref, sha]) => refShape(call, repository, ref, sha)));
}

function refShape(call: Call, repository: Repository, ref: string, sha: string) {
  const api = repositoryApi(call.world, repository);
  return {
    ref,
    node_id: `REF_${Buffer.from(`${repository.id}:${ref}`).toString("base64url")}`,
    url: `${api}/git/${ref}`,
    object: { sha, type: "commit", url: `${api}/git/commits/${sha}` },
  };
}

function getRef(call: Call): Answer {
  const repository = repositoryOf(call);
  const ref = `refs/${String(call.path.ref).replace(/^refs\//, "")}`;
  const sha = repository.refs.get(ref);
  if (sha === undefined) throw notFound();
  return ok(refShape(call, repository, ref, sha));
}

function createRef(call: Call): Answer {
  const repository = repositoryOf(call);
  const { ref, sha } = bodyOf<{ readonly ref: string; readonly sha: string }>(call);
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  if (!/^refs\/[^/]+\/.+/.test(ref)) throw new Refusal(422, "Reference name must start with 'refs/'.");
  if (repository.refs.has(ref)) throw new Refusal(422, "Reference already exists");
  if (readObject(repository.git, sha, "Commit") === undefined)
    throw new Refusal(422, "Object does not exist");
  repository.refs.set(ref, sha);
  tell(call, repository, ref, NO_COMMIT, sha, false);
  return created(refShape(call, repository, ref, sha));
}

/** Sends the event of a moved ref, and updates its pull requests. */
function tell(
  call: Call,
  repository: Repository,
  ref: string,
  before: string,
  after: string,
  forced: boolean,
): void {
  const sender = actorAccount(call.world, call.actor);
  tellPush(call.world, repository, { ref, before, after, forced, sender });
  followBranch(call.world, call.actor, repository, ref);
}

function updateRef(call: Call): Answer {
  const repository = repositoryOf(call);
  const ref = `refs/${call.path.ref}`;
  const { sha, force = false } = bodyOf<{ readonly sha: string; readonly force?: boolean }>(call);
  const before = repository.refs.get(ref);
  if (before === undefined) throw new Refusal(422, "Reference does not exist");
  const commit = readObject(repository.git, sha, "Commit");
  if (commit === undefined) throw new Refusal(422, "Object does not exist");
  if (!force && !commit.parents.includes(before) && sha !== before)
    throw new Refusal(422, "Update is not a fast forward");
  repository.refs.set(ref, sha);
  tell(call, repository, ref, before, sha, force);
  return ok(refShape(call, repository, ref, sha));
}

function deleteRef(call: Call): Answer {
  const repository = repositoryOf(call);
  const ref = `refs/${call.path.ref}`;
  const before = repository.refs.get(ref);
  if (before === undefined) throw new Refusal(422, "Reference does not exist");
  repository.refs.delete(ref);
  tell(call, repository, ref, before, NO_COMMIT, false);
  return noContent();
}

function getCommit(call: Call): Answer {
  const repository = repositoryOf(call);
  return ok(gitCommitShape(call.world, repository, commitNamed(repository, String(call.path.commit_sha))));
}

const GIT = "/repos/{owner}/{repo}/git";

export const gitRoutes: readonly Route[] = [
  { operation: `GET ${GIT}/trees/{tree_sha}`, needs: READ, handle: getTree },
  { operation: `GET ${GIT}/blobs/{file_sha}`, needs: READ, handle: getBlob },
  { operation: `GET ${GIT}/ref/{ref}`, needs: READ, handle: getRef },
  { operation: `GET ${GIT}/matching-refs/{ref}`, needs: READ, handle: matchRefs },
  { operation: `POST ${GIT}/refs`, needs: WRITE, handle: createRef },
  { operation: `PATCH ${GIT}/refs/{ref}`, needs: WRITE, handle: updateRef },
  { operation: `DELETE ${GIT}/refs/{ref}`, needs: WRITE, handle: deleteRef },
  { operation: `GET ${GIT}/commits/{commit_sha}`, needs: READ, handle: getCommit },
];
