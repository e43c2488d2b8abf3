import { compileGlob, type Matches } from "./glob.ts";

/**
 * Whether a list of globs names a file, compared without case. Globs with `!` before them take files out again,
 * wherever they are.
 *
 * @param path - In the repository, with `/`. What a path on a command line may begin with (`/`, `./`, `../`) is not
 * looked at.
 */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  const file = path.replaceAll("\\", "/").replace(/^(?:\.{0,2}\/)+/, "");
  const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const included = globs.filter((glob) => !glob.startsWith("!"));
  return matchesAny(included, file) && !matchesAny(excluded, file);
}

/** Matchers are made once: a push asks the same globs of each of its files. */
const matchers = new Map<string, Matches>();

function matchesAny(globs: readonly string[], file: string): boolean {
  return globs.some((glob) => {
    const matches = matchers.get(glob) ?? compileGlob(glob.replace(/^(?:\.?\/)+/, ""));
    if (matchers.size > 1000) matchers.clear();
    matchers.set(glob, matches);
    return matches(file);
  });
}
