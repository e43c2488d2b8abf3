import { type Blob, readObject, type Tree, writeBlob, writeCommit } from "../git/objects.ts";
import { applyChanges } from "../git/trees.ts";
import { bodyOf, type Answer, type Call, created } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { actorAccount } from "../world/actor.ts";
import { repositoryApi } from "../world/links.ts";
import { signatureOf } from "../world/refs.ts";
import { Refusal } from "../world/refusal.ts";
import type { Repository } from "../world/repository.ts";
import { gitCommitShape, treeShape } from "./shapes/git.ts";

const WRITE: readonly Need[] = [["contents", "write"]];

function writableOf(call: Call): Repository {
  const repository = repositoryOf(call);
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  return repository;
}

function createBlob(call: Call): Answer {
  const repository = writableOf(call);
  const { content, encoding = "utf-8" } = bodyOf<{ readonly content: string; readonly encoding?: string }>(
    call,
  );
  const { sha } = writeBlob(repository.git, Buffer.from(content, encoding === "base64" ? "base64" : "utf8"));
  return created({ sha, url: `${repositoryApi(call.world, repository)}/git/blobs/${sha}` });
}

interface NewEntry {
  readonly path?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

/** An entry's content: given as it is, by the hash of a blob, or null to remove the file. */
function contentOf(repository: Repository, entry: NewEntry): string | Buffer | null {
  if (entry.content !== undefined) return entry.content;
  if (entry.sha === null) return null;
  const blob: Blob | undefined = readObject(repository.git, entry.sha ?? "", "Blob");
  if (blob === undefined) throw new Refusal(422, `tree.sha ${entry.sha} is not a valid blob`);
  return blob.data;
}

function createTree(call: Call): Answer {
  const repository = writableOf(call);
  const { tree, base_tree: base } = bodyOf<{
    readonly tree: readonly NewEntry[];
    readonly base_tree?: string;
  }>(call);
  const below = base === undefined ? undefined : readObject(repository.git, base, "Commit")?.tree;
  const from: Tree | undefined =
    base === undefined ? undefined : readObject(repository.git, below ?? base, "Tree");
  if (base !== undefined && from === undefined) throw new Refusal(404, "Not Found");
  const changes = Object.fromEntries(tree.map((entry) => [entry.path ?? "", contentOf(repository, entry)]));
  const sha = applyChanges(repository.git, from?.sha ?? null, changes);
  return created(treeShape(call.world, repository, sha, false));
}

interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
}

/** A commit by whoever asks; who it says it is by is left out of account. */
function createCommit(call: Call): Answer {
  const repository = writableOf(call);
  const { message, tree, parents = [] } = bodyOf<NewCommit>(call);
  if (readObject(repository.git, tree, "Tree") === undefined)
    throw new Refusal(422, "Tree SHA does not exist");
  for (const parent of parents) {
    if (readObject(repository.git, parent, "Commit") === undefined) {
      throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
    }
  }
  const author = signatureOf(actorAccount(call.world, call.actor), call.world.now());
  return created(
    gitCommitShape(call.world, repository, writeCommit(repository.git, { message, tree, parents, author })),
  );
}

const GIT = "/repos/{owner}/{repo}/git";

export const writeGitRoutes: readonly Route[] = [
  { operation: `POST ${GIT}/blobs`, needs: WRITE, handle: createBlob },
  { operation: `POST ${GIT}/trees`, needs: WRITE, handle: createTree },
  { operation: `POST ${GIT}/commits`, needs: WRITE, handle: createCommit },
];
