import { configProblem } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import { expandBraces } from "./expand-braces.ts";

/** Each file of a push is compared with each pattern, so their number and what a comparison takes is bounded. */
const MAX_PATTERNS = 200;
const MAX_CHARACTERS = 5000;
const MAX_WILDCARDS = 16;
const MAX_FOLDERS = 16;

/** Why a glob is refused; undefined: it is not. */
export function findGlobProblem(glob: string): Message | undefined {
  const patterns = expandBraces(glob);
  if (patterns === undefined) return configProblem("too-many-alternatives", { braces: "{a,b}" });
  if (patterns.some((pattern) => pattern.split(/\*+/).length - 1 > MAX_WILDCARDS))
    return configProblem("too-many-wildcards", { maximum: MAX_WILDCARDS });
  return patterns.some((pattern) => pattern.split("/").length - 1 > MAX_FOLDERS)
    ? configProblem("too-many-folders", { maximum: MAX_FOLDERS })
    : undefined;
}

/** Why a list of globs is refused; undefined: it is not. */
export function findListProblem(globs: readonly string[]): Message | undefined {
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
  return configProblem("too-many-globs", { patterns: MAX_PATTERNS, characters: MAX_CHARACTERS });
}
