import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The commit that is checked out.
 *
 * @param root - The folder that holds `.git`.
 * @returns undefined where there is no git, or none that is read this easily (a worktree, packed branches).
 */
export function findCommit(root: string): string | undefined {
  try {
    const head = readFileSync(join(root, ".git", "HEAD"), "utf8").trim();
    const branch = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
    const commit = branch === undefined ? head : readFileSync(join(root, ".git", branch), "utf8").trim();
    return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit) ? commit : undefined;
  } catch {
    // No git here: links then lead to what is newest.
    return undefined;
  }
}
