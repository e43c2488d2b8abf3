import { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import { GitHubError, isMissing } from "./errors.ts";
import type { FileChange } from "./port.ts";
import { UnansweredError } from "./read-answer.ts";
import { WITH_SHA } from "./written.ts";
import { partsOf, type NameParts } from "../minutes/repository-name.ts";

/** Paths to the ids of their contents. */
export type Tree = ReadonlyMap<string, string>;

/**
 * A repository with more files than these is too large to be compared. They are held in memory, of each job under
 * way.
 */
const MAX_FILES = 250_000;

/** Of their paths together. */
const MAX_CHARACTERS = 32_000_000;

/**
 * So many folders are asked for one by one: GitHub allows an installation 5,000 requests an hour for all that it
 * does.
 */
const MAX_FOLDERS = 2000;

/** Folders deeper than this are not walked where GitHub cut its answer: a loop cannot happen, a mistake could. */
const MAX_DEPTH = 32;

const ENTRIES = z.object({
  tree: z.array(WITH_SHA.extend({ path: z.string(), type: z.string() })),
  truncated: z.boolean(),
});

const COMMIT = z.object({ tree: WITH_SHA });

/**
 * Reads all files of a commit that is known to be there: one request, or one for each folder where the repository is
 * too large for that.
 *
 * @throws GitHubError, transient, where GitHub cannot show it: right after a push it may not be found by its hash yet
 */
export async function readTree(client: Client, repository: RepositoryName, commit: string): Promise<Tree> {
  const tree = await findTree(client, repository, commit);
  if (tree !== null) return tree;
  throw new UnansweredError(gitHubMessage("commit-not-shown", { commit, repository }));
}

/** All files of a commit, as `readTree`. null: there is no such commit any more, as two of GitHub's answers say. */
export async function findTree(
  client: Client,
  repository: RepositoryName,
  commit: string,
): Promise<Tree | null> {
  const name = partsOf(repository);
  try {
    return await readEntries(client, name, commit);
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (await isThere(client, name, commit)) {
      throw new UnansweredError(gitHubMessage("tree-not-shown", { commit }));
    }
    return null;
  }
}

async function isThere(client: Client, name: NameParts, commit: string): Promise<boolean> {
  try {
    const asked = { ...name, commit_sha: commit };
    await client.get("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", asked, COMMIT);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function readEntries(client: Client, name: NameParts, commit: string): Promise<Tree> {
  const whole = await client.get(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { ...name, tree_sha: commit, recursive: "1" },
    ENTRIES,
  );
  if (whole.tree.length === 0) await assertEmpty(client, name, commit);
  if (!whole.truncated) return new Map(whole.tree.flatMap((entry) => toFile(entry, "")));
  const walked: Walked = { files: new Map(), folders: 0, characters: 0 };
  await walk(client, name, { sha: commit, prefix: "", depth: 0 }, walked);
  return walked.files;
}

interface Folder {
  readonly sha: string;
  readonly prefix: string;
  readonly depth: number;
}

/** What was found so far. */
interface Walked {
  readonly files: Map<string, string>;
  folders: number;
  characters: number;
}

/** @throws GitHubError where it is too much: a few folders that hold each other may come to any number of files */
async function walk(client: Client, name: NameParts, { sha, prefix, depth }: Folder, walked: Walked) {
  walked.folders += 1;
  if (walked.folders > MAX_FOLDERS) throw tooLarge(name, `${MAX_FOLDERS} folders`);
  const asked = { ...name, tree_sha: sha };
  const { tree } = await client.get("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", asked, ENTRIES);
  for (const [path, file] of tree.flatMap((entry) => toFile(entry, prefix))) {
    walked.files.set(path, file);
    walked.characters += path.length;
  }
  if (walked.files.size > MAX_FILES || walked.characters > MAX_CHARACTERS)
    throw tooLarge(name, `${MAX_FILES} files`);
  if (depth >= MAX_DEPTH) return;
  for (const { type, path, sha: folder } of tree) {
    if (type !== "tree") continue;
    await walk(client, name, { sha: folder, prefix: `${prefix}${path}/`, depth: depth + 1 }, walked);
  }
}

function tooLarge({ owner, repo }: NameParts, most: string): GitHubError {
  return new GitHubError(
    gitHubMessage("repository-too-large", { repository: `${owner}/${repo}`, limit: most }),
    { kind: "refused" },
  );
}

/** Git's name of a tree without entries. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** No entries where the commit has some would mean that all minutes were deleted. */
async function assertEmpty(client: Client, name: NameParts, commit: string): Promise<void> {
  const asked = { ...name, commit_sha: commit };
  const { tree } = await client.get("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", asked, COMMIT);
  if (tree.sha === EMPTY_TREE) return;
  throw new UnansweredError(gitHubMessage("tree-empty", { commit }));
}

function toFile(entry: z.infer<typeof ENTRIES>["tree"][number], prefix: string): [string, string][] {
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
