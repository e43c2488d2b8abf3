import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

export const CONFIG_PATH = join(".github", "minutebook.yml");

/**
 * The folder of the repository that a path is in: the nearest one above with `.git` or a Minutebook configuration.
 *
 * @param start - An absolute path of a folder.
 */
export function findRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git")) || existsSync(join(folder, CONFIG_PATH))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A file's path in its repository, with `/`; for a file outside, its absolute path without the first `/`. */
export function repositoryPath(root: string, file: string): string {
  const inside = relative(root, file);
  const isOutside = inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return (isOutside ? file.replace(/^(?:[A-Za-z]:)?[\\/]+/, "") : inside).replaceAll(sep, "/");
}
