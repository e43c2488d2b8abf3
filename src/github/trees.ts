import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import { GitHubError } from "./errors.ts";
import type { FileChange } from "./port.ts";

/** Paths to the ids of their contents. */
export type Tree = ReadonlyMap<string, string>;

/** Folders deeper than this are not walked where GitHub cut its answer: a loop cannot happen, a mistake could. */
const MAX_DEPTH = 32;

/** Reads all files of a commit: one request, or one for each folder where the repository is too large for that. */
export async function readTree(client: Client, repository: RepositoryName, commit: string): Promise<Tree> {
  const [owner = "", repo = ""] = repository.split("/");
  const whole = await client.get("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    owner,
    repo,
    tree_sha: commit,
    recursive: "1",
  });
  if (whole.tree.length === 0) await assertEmpty(client, { owner, repo }, commit);
  if (!whole.truncated) return new Map(whole.tree.flatMap((entry) => toFile(entry, "")));
  return new Map(await walk(client, { owner, repo }, commit, "", 0));
}

async function walk(
  client: Client,
  name: { readonly owner: string; readonly repo: string },
  sha: string,
  prefix: string,
  depth: number,
): Promise<readonly [string, string][]> {
  const { tree } = await client.get("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    ...name,
    tree_sha: sha,
  });
  const files = tree.flatMap((entry) => toFile(entry, prefix));
  if (depth >= MAX_DEPTH) return files;
  for (const { type, path, sha: folder } of tree) {
    if (type === "tree") files.push(...(await walk(client, name, folder, `${prefix}${path}/`, depth + 1)));
  }
  return files;
}

/** Git's name of a tree without entries. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** No entries where the commit has some would mean that all minutes were deleted. */
async function assertEmpty(
  client: Client,
  name: { readonly owner: string; readonly repo: string },
  commit: string,
): Promise<void> {
  const { tree } = await client.get("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    ...name,
    commit_sha: commit,
  });
  if (tree.sha === EMPTY_TREE) return;
  throw new GitHubError({
    kind: "transient",
    message: `GitHub lists no files for the commit ${commit}, which has some.`,
    status: null,
    outcomeUnknown: false,
    retryAfterSeconds: null,
    cause: null,
  });
}

function toFile(
  entry: { readonly type: string; readonly path: string; readonly sha: string },
  prefix: string,
): [string, string][] {
  return entry.type === "blob" ? [[prefix + entry.path, entry.sha]] : [];
}

/** What differs between two trees. A file that went away while the same content came elsewhere was renamed. */
export function compareTrees(before: Tree, after: Tree): readonly FileChange[] {
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const moved = Map.groupBy(removed.keys(), (path) => removed.get(path));
  const changes: FileChange[] = [];
  for (const [path, sha] of after) {
    const earlier = before.get(path);
    if (earlier === sha) continue;
    if (earlier !== undefined) changes.push({ path, previousPath: null, status: "modified" });
    else {
      const previousPath = moved.get(sha)?.shift() ?? null;
      changes.push({ path, previousPath, status: previousPath === null ? "added" : "renamed" });
      if (previousPath !== null) removed.delete(previousPath);
    }
  }
  for (const path of removed.keys()) changes.push({ path, previousPath: null, status: "removed" });
  return changes;
}
