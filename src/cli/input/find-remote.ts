import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The repository's name on GitHub, as git's remote `origin` says.
 *
 * @param root - The folder that holds `.git`.
 * @returns null where there is no git, no such remote, or one that is a path.
 */
export function findRemote(root: string): string | null {
  try {
    const settings = readFileSync(join(root, ".git", "config"), "utf8");
    const [, behind = ""] = settings.split(/^\[remote "origin"\]/m);
    const [section = ""] = behind.split("[");
    const url = /^[ \t]*url[ \t]*=[ \t]*(\S+)/m.exec(section)?.[1] ?? "";
    const remote = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|[\w.-]+@[\w.-]+:)([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/;
    return remote.exec(url)?.[1] ?? null;
  } catch {
    // No git here, or a worktree: then nobody knows.
    return null;
  }
}
