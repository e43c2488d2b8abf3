import { expandBraces } from "./expand-braces.ts";

/** Each file of a push is compared with each pattern, so their number and what a comparison takes is bounded. */
const MAX_PATTERNS = 200;
const MAX_CHARACTERS = 5000;
const MAX_WILDCARDS = 16;
const MAX_FOLDERS = 16;

/** Why a glob is refused; undefined: it is not. */
export function findGlobProblem(glob: string): string | undefined {
  const patterns = expandBraces(glob);
  if (patterns === undefined) return "Unexpected glob with so many {a,b}, expected fewer.";
  if (patterns.some((pattern) => pattern.split(/\*+/).length - 1 > MAX_WILDCARDS))
    return `Unexpected glob with more than ${MAX_WILDCARDS} "*", expected fewer.`;
  return patterns.some((pattern) => pattern.split("/").length - 1 > MAX_FOLDERS)
    ? `Unexpected glob with more than ${MAX_FOLDERS} "/", expected fewer.`
    : undefined;
}

/** Why a list of globs is refused; undefined: it is not. */
export function findListProblem(globs: readonly string[]): string | undefined {
  let patterns = 0;
  let characters = 0;
  for (const glob of globs) {
    for (const { length } of expandBraces(glob) ?? []) {
      patterns += 1;
      characters += length;
    }
    if (patterns > MAX_PATTERNS || characters > MAX_CHARACTERS) break;
  }
  if (patterns <= MAX_PATTERNS && characters <= MAX_CHARACTERS) return undefined;
  return `Unexpected globs that stand for more than ${MAX_PATTERNS} patterns or ${MAX_CHARACTERS} characters, expected fewer.`;
}
