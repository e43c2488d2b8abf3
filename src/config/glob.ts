import { expandBraces } from "./expand-braces.ts";

/** Whether a path is one that the glob stands for. */
export type Matches = (path: string) => boolean;

/** What one character, or any number of them, has to be. */
type Token = "*" | "?" | { readonly characters: RegExp } | { readonly character: string };

/** A part between two `/`. */
type Segment = "**" | readonly Token[];

/**
 * A glob as a function: `*`, `?`, `**`, `[a-z]`, `{a,b}`, compared without case; wildcards match no name that begins
 * with a dot.
 *
 * Globs come from other people's configuration, and regular expressions made of them can take for ever. This takes at
 * most as long as the glob's length times the path's.
 */
export function compileGlob(glob: string): Matches {
  const alternatives = (expandBraces(glob.toLowerCase()) ?? []).map((text) =>
    // Below a folder there is at least one name.
    text
      .replace(/\/\*\*$/, "/**/*")
      .split("/")
      .map((part): Segment => (part === "**" ? "**" : tokenize(part))),
  );
  return (path) => {
    const names = path.toLowerCase().split("/");
    return alternatives.some((segments) => matchesSegments(segments, names));
  };
}

function tokenize(part: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of part.matchAll(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|./gsu)) {
    if (text.startsWith("*")) tokens.push("*");
    else if (text === "?") tokens.push("?");
    else if (text.length > 2 && text.startsWith("[")) tokens.push({ characters: characterClass(text) });
    else tokens.push({ character: text.length > 1 && text.startsWith("\\") ? text.slice(1) : text });
  }
  return tokens;
}

function characterClass(text: string): RegExp {
  const inner = text
    .slice(1, -1)
    .replace(/^!/, "^")
    .replaceAll(/[\\\]]/g, "\\$&");
  try {
    return new RegExp(`^[${inner}]$`, "u");
  } catch {
    // `[z-a]` stands for no character.
    return /(?!)/;
  }
}

/** `reached` holds how many segments can be used up by the names so far. */
function matchesSegments(segments: readonly Segment[], names: readonly string[]): boolean {
  let reached = skipGlobstars(segments, new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const segment = segments[at];
      if (segment === "**") {
        if (!name.startsWith(".")) next.add(at);
      } else if (segment !== undefined && matchesName(segment, name)) next.add(at + 1);
    }
    reached = skipGlobstars(segments, next);
  }
  return reached.has(segments.length);
}

/** `**` may stand for nothing at all. */
function skipGlobstars(segments: readonly Segment[], reached: Set<number>): Set<number> {
  for (const at of reached) if (segments[at] === "**") reached.add(at + 1);
  return reached;
}

function matchesName(tokens: readonly Token[], name: string): boolean {
  const characters = [...name];
  const [first] = tokens;
  if (characters[0] === "." && (first === "*" || first === "?")) return false;
  let token = 0;
  let star = -1;
  let afterStar = 0;
  for (let at = 0; at < characters.length; ) {
    if (tokens[token] === "*") {
      star = token;
      afterStar = at;
      token += 1;
    } else if (matchesCharacter(tokens[token], characters[at] ?? "")) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      // The last star takes one character more; stars before it need not, whatever follows.
      afterStar += 1;
      at = afterStar;
      token = star + 1;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === "*");
}

function matchesCharacter(token: Token | undefined, character: string): boolean {
  if (token === undefined || token === "*") return false;
  if (token === "?") return true;
  return "characters" in token ? token.characters.test(character) : token.character === character;
}
