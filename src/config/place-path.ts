import type { Config } from "./config.ts";
import { isMinutes } from "./is-minutes.ts";

/**
 * The path that a file would need in its repository to be minutes: for trying a configuration on files that were
 * copied out of theirs.
 *
 * @param path - Of the file in the folder that it was found in, with `/`.
 * @returns The path itself where the globs name it; else the path below the fixed beginning of one of them; null where
 * none fits.
 */
export function placePath(config: Config, path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const bases = config.minutes.filter((glob) => !glob.startsWith("!")).map(fixedBeginning);
  const candidates = [path, ...bases.flatMap((base) => [`${base}/${path}`, `${base}/${name}`])];
  return candidates.find((candidate) => !candidate.startsWith("/") && isMinutes(config, candidate)) ?? null;
}

/** The folders of a glob before its first wildcard. */
function fixedBeginning(glob: string): string {
  const folders = glob.split("/").slice(0, -1);
  const wild = folders.findIndex((folder) => /[*?[{]/.test(folder));
  return folders.slice(0, wild < 0 ? folders.length : wild).join("/");
}
