import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import { isMissing } from "./errors.ts";
import type { BranchChanges, Changes, FileChange, Range } from "./port.ts";
import { compareTrees, readTree } from "./trees.ts";

/** The compare API lists no more files than this. */
const MAX_COMPARED_FILES = 300;

/** What `before...head` means to GitHub: from the merge base. Only where `head` is ahead is that what was pushed. */
const LINEAR = new Set(["ahead", "identical"]);

/**
 * Finds the files that differ between two commits. One request for an ordinary push. Where the compare API does not
 * tell it all (a force push, a `before` that is gone, 300 files or more, none) the two trees are compared.
 */
export async function readChanges(
  client: Client,
  repository: RepositoryName,
  range: Range,
): Promise<Changes> {
  const { before, head } = range;
  if (before === null)
    return { files: compareTrees(new Map(), await readTree(client, repository, head)), before: "none" };
  return (await compare(client, repository, before, head)) ?? readTrees(client, repository, before, head);
}

/**
 * Finds what a branch changes against the place where it left another, as a pull request shows it.
 *
 * @param range - `before`: the tip of the branch that it is to be merged into.
 */
export async function readBranchChanges(
  client: Client,
  repository: RepositoryName,
  range: { readonly before: string; readonly head: string },
): Promise<BranchChanges> {
  const [owner = "", repo = ""] = repository.split("/");
  const basehead = `${range.before}...${range.head}`;
  const comparison = await client.get("GET /repos/{owner}/{repo}/compare/{basehead}", {
    owner,
    repo,
    basehead,
  });
  const mergeBase = comparison.merge_base_commit.sha;
  const files = comparison.files ?? [];
  if (files.length < MAX_COMPARED_FILES) return { files: files.flatMap(toChange), mergeBase };
  const [before, after] = [
    await readTree(client, repository, mergeBase),
    await readTree(client, repository, range.head),
  ];
  return { files: compareTrees(before, after), mergeBase };
}

/** Undefined where the compare API cannot answer. */
async function compare(
  client: Client,
  repository: string,
  before: string,
  head: string,
): Promise<Changes | undefined> {
  const [owner = "", repo = ""] = repository.split("/");
  try {
    const comparison = await client.get("GET /repos/{owner}/{repo}/compare/{basehead}", {
      owner,
      repo,
      basehead: `${before}...${head}`,
    });
    const files = comparison.files ?? [];
    // Commits without a file are rare; a list that GitHub left empty would lose what was pushed.
    const isTold = files.length > 0 && files.length < MAX_COMPARED_FILES;
    if (!isTold || !LINEAR.has(comparison.status)) return undefined;
    return { files: files.flatMap(toChange), before: "compared" };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function readTrees(client: Client, repository: string, before: string, head: string): Promise<Changes> {
  const after = await readTree(client, repository, head);
  try {
    return { files: compareTrees(await readTree(client, repository, before), after), before: "compared" };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { files: compareTrees(new Map(), after), before: "gone" };
  }
}

interface ComparedFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
}

function toChange(file: ComparedFile): readonly FileChange[] {
  const path = file.filename;
  switch (file.status) {
    case "unchanged":
      return [];
    case "removed":
      return [{ path, previousPath: null, status: "removed" }];
    case "renamed":
      return [{ path, previousPath: file.previous_filename ?? null, status: "renamed" }];
    case "added":
    case "copied":
      return [{ path, previousPath: null, status: "added" }];
    default:
      return [{ path, previousPath: null, status: "modified" }];
  }
}
