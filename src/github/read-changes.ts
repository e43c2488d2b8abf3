import { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import { isMissing } from "./errors.ts";
import type { BranchChanges, Changes, FileChange, Range } from "./port.ts";
import { isWithoutAncestor } from "./refusals-in-words.ts";
import { UnansweredError } from "./read-answer.ts";
import { compareTrees, findTree, readTree } from "./trees.ts";
import { WITH_SHA } from "./written.ts";
import { partsOf } from "../minutes/repository-name.ts";

/** The compare API lists no more files than this. */
const MAX_COMPARED_FILES = 300;

const FILE = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  status: z.string(),
});

const COMPARISON = z.object({ status: z.string(), files: z.array(FILE).optional() });

const BRANCH_COMPARISON = z.object({ merge_base_commit: WITH_SHA, files: z.array(FILE) });

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
  const { before, commit } = range;
  if (before === null)
    return { files: compareTrees(new Map(), await readTree(client, repository, commit)), before: "none" };
  const compared = await compare(client, repository, before, commit);
  if (compared !== "behind" && compared !== undefined) return compared;
  const changes = await readTrees(client, repository, before, commit);
  return compared === "behind" ? { ...changes, isBehind: true } : changes;
}

/**
 * Finds what a branch changes against the place where it left another, as a pull request shows it.
 *
 * @param range - `before`: the tip of the branch that it is to be merged into.
 */
export async function readBranchChanges(
  client: Client,
  repository: RepositoryName,
  range: { readonly before: string; readonly commit: string },
): Promise<BranchChanges> {
  const { owner, repo } = partsOf(repository);
  const basehead = `${range.before}...${range.commit}`;
  const { merge_base_commit: base, files } = await compareBranch(client, { owner, repo, basehead });
  const mergeBase = base.sha;
  if (files.length < MAX_COMPARED_FILES) return { files: files.flatMap(toChange), mergeBase };
  const [before, after] = [
    await readTree(client, repository, mergeBase),
    await readTree(client, repository, range.commit),
  ];
  return { files: compareTrees(before, after), mergeBase };
}

type Compared = { readonly owner: string; readonly repo: string; readonly basehead: string };

/** Of two commits that GitHub has just named; right after a push it may not find them by their hashes yet. */
async function compareBranch(client: Client, asked: Compared): Promise<z.infer<typeof BRANCH_COMPARISON>> {
  try {
    return await client.get("GET /repos/{owner}/{repo}/compare/{basehead}", { ...asked }, BRANCH_COMPARISON);
  } catch (error) {
    const isNew = isMissing(error) && !isWithoutAncestor(error);
    if (!isNew) throw error;
    throw new UnansweredError(gitHubMessage("commits-not-shown", { commits: asked.basehead }));
  }
}

/** Undefined where the compare API cannot answer. `behind`: the head is older, and it has no word on the files. */
async function compare(
  client: Client,
  repository: string,
  before: string,
  head: string,
): Promise<Changes | "behind" | undefined> {
  const { owner, repo } = partsOf(repository);
  try {
    const comparison = await client.get(
      "GET /repos/{owner}/{repo}/compare/{basehead}",
      { owner, repo, basehead: `${before}...${head}` },
      COMPARISON,
    );
    const files = comparison.files ?? [];
    if (comparison.status === "behind") return "behind";
    // Commits without a file are rare; a list that GitHub left empty would lose what was pushed.
    const isComplete = files.length > 0 && files.length < MAX_COMPARED_FILES;
    if (!isComplete || !LINEAR.has(comparison.status)) return undefined;
    return { files: files.flatMap(toChange), before: "compared" };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function readTrees(client: Client, repository: string, before: string, head: string): Promise<Changes> {
  const after = await readTree(client, repository, head);
  const earlier = await findTree(client, repository, before);
  return { files: compareTrees(earlier ?? new Map(), after), before: earlier === null ? "gone" : "compared" };
}

function toChange(file: z.infer<typeof FILE>): readonly FileChange[] {
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
