import { type Answer, bodyOf, type Call, created, noContent, ok } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { readObject } from "../git/objects.ts";
import { type PathEntry, walkTree } from "../git/trees.ts";
import { actorAccount } from "../world/actor.ts";
import { repositoryApi } from "../world/links.ts";
import { commitNamed, findCommit, NO_COMMIT, tellPush } from "../world/refs.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { gitCommitShape } from "./shapes/git.ts";

const READ: readonly Need[] = [["contents", "read"]];
const WRITE: readonly Need[] = [["contents", "write"]];

/** GitHub lists at most this many entries of a tree at once. */
const MAX_ENTRIES = 100_000;

function getTree(call: Call): Answer {
  const repository = repositoryOf(call);
  const name = String(call.path.tree_sha);
  const sha = findCommit(repository, name)?.tree ?? name;
  const tree = readObject(repository.git, sha, "Tree");
  if (tree === undefined) throw notFound();
  const isDeep = call.query.recursive !== undefined;
  const below: PathEntry[] = isDeep
    ? [...walkTree(repository.git, sha)]
    : tree.entries.map((entry) => ({ ...entry, path: entry.name }));
  const api = repositoryApi(call.world, repository);
  const entries = below.slice(0, MAX_ENTRIES).map((entry) => {
    const isFolder = entry.mode === "40000";
    const size = readObject(repository.git, entry.sha, "Blob")?.data.length;
    return {
      path: entry.path,
      mode: isFolder ? "040000" : entry.mode,
      type: isFolder ? "tree" : "blob",
      sha: entry.sha,
      ...(size === undefined ? {} : { size }),
      url: `${api}/git/${isFolder ? "trees" : "blobs"}/${entry.sha}`,
    };
  });
  return ok({ sha, url: `${api}/git/trees/${sha}`, tree: entries, truncated: below.length > MAX_ENTRIES });
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

function tell(
  call: Call,
  repository: Repository,
  ref: string,
  before: string,
  after: string,
  forced: boolean,
): void {
  tellPush(call.world, repository, {
    ref,
    before,
    after,
    forced,
    sender: actorAccount(call.world, call.actor),
  });
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
  { operation: `POST ${GIT}/refs`, needs: WRITE, handle: createRef },
  { operation: `PATCH ${GIT}/refs/{ref}`, needs: WRITE, handle: updateRef },
  { operation: `DELETE ${GIT}/refs/{ref}`, needs: WRITE, handle: deleteRef },
  { operation: `GET ${GIT}/commits/{commit_sha}`, needs: READ, handle: getCommit },
];
