import { expandBraces } from "./expand-braces.ts";
import { compileName, keep } from "./glob-name.ts";

/** Whether a path matches the glob. */
export type Matches = (path: string) => boolean;

/** Folders of a path that a glob can look into; those of a configuration have fewer (see `glob-limits.ts`). */
const MAX_SEGMENTS = 30;

/**
 * A glob as a function: `*`, `?`, `**`, `[a-z]`, `{a,b}`, compared without case; wildcards match no name that begins
 * with a dot.
 *
 * Globs come from other people's configuration, and regular expressions made of them can take for ever. This follows
 * all ways to match at once.
 *
 * @returns a function that is never true where the glob has more than 30 folders
 */
export function compileGlob(glob: string): Matches {
  const alternatives = (expandBraces(glob.toLowerCase()) ?? []).map(compileAlternative);
  return (path) => {
    const names = path.toLowerCase().split("/");
    return alternatives.some((matches) => matches(names));
  };
}

function compileAlternative(text: string): (names: readonly string[]) => boolean {
  // Below a folder there is at least one name.
  const all = text.replace(/\/\*\*$/, "/**/*").split("/");
  const parts = all.filter((part, index) => part !== "**" || all[index + 1] !== "**");
  if (parts.length > MAX_SEGMENTS) return () => false;
  const findSegments = segmentFinder(parts);
  const globstars = bitsOf(parts, (part) => part === "**");
  // `**` may match nothing at all.
  const passGlobstars = (reached: number): number => reached | ((reached & globstars) << 1);
  return (names) => {
    // Bit n: the first n parts match the names so far.
    let reached = passGlobstars(1);
    for (const name of names) {
      const stay = name.startsWith(".") ? 0 : reached & globstars;
      reached = passGlobstars(((reached & findSegments(name)) << 1) | stay);
      if (reached === 0) return false;
    }
    return ((reached >>> parts.length) & 1) === 1;
  };
}

/** Finds which parts match a name, a bit for each. */
function segmentFinder(parts: readonly string[]): (name: string) => number {
  const distinct = [...new Set(parts)].filter((part) => part !== "**");
  const matchers = distinct.map((part) => ({
    matches: compileName(part),
    bits: bitsOf(parts, (other) => other === part),
  }));
  return keep((name) =>
    matchers.reduce((bits, matcher) => (matcher.matches(name) ? bits | matcher.bits : bits), 0),
  );
}

function bitsOf(parts: readonly string[], isSet: (part: string) => boolean): number {
  return parts.reduce((bits, part, index) => (isSet(part) ? bits | (1 << index) : bits), 0);
}
