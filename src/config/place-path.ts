import picomatch from "picomatch";
import type { Config } from "./config.ts";
import { isMinutes } from "./is-minutes.ts";

/**
 * Where a file would have to stand in its repository to be minutes: for trying a configuration on files that were
 * copied out of theirs.
 *
 * @param path - Of the file in the folder that it was found in, with `/`.
 * @returns The path itself where the globs name it; else the path below the fixed beginning of one of them; null where
 * none fits.
 */
export function placePath(config: Config, path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const bases = config.minutes
    .filter((glob) => !glob.startsWith("!"))
    .map((glob) => picomatch.scan(glob).base);
  const candidates = [path, ...bases.flatMap((base) => [`${base}/${path}`, `${base}/${name}`])];
  return candidates.find((candidate) => !candidate.startsWith("/") && isMinutes(config, candidate)) ?? null;
}
