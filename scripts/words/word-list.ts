/** A word or phrase to avoid, and what to write instead. */
export interface Avoided {
  readonly phrase: string;
  readonly use: string;
}

/** A place where one is written; the line counts from 1. */
export interface Hit {
  readonly line: number;
  readonly found: string;
  readonly use: string;
}

/**
 * The rows of the table below the heading "Words" of CONTRIBUTING.md. The words of the two cells belong together in
 * their order; where the right one has fewer, its last is for the rest.
 */
export function readWordList(contributing: string): readonly Avoided[] {
  const rows = wordsSection(contributing).matchAll(/^\| (?!avoid |---)(.+?) \| (.+?) \|$/gm);
  return [...rows].flatMap(([, avoid = "", use = ""]) => {
    const uses = use.split(", ");
    return avoid.split(", ").map((phrase, index) => ({ phrase, use: uses[index] ?? uses.at(-1) ?? "" }));
  });
}

/** The document with the table itself blanked. */
export function withoutWordList(contributing: string): string {
  const section = wordsSection(contributing);
  return contributing.replace(section, () => section.replaceAll(/^\|.*$/gm, ""));
}

function wordsSection(contributing: string): string {
  return /^## Words$.*?(?=^## |(?![\s\S]))/ms.exec(contributing)?.[0] ?? "";
}

/**
 * Finds avoided words in a text: whole words in any case, also as parts of an identifier, and phrases across a line
 * end, with the signs of a comment or list between their words.
 */
export function makeFinder(list: readonly Avoided[]): (text: string) => readonly Hit[] {
  const uses = new Map(list.map(({ phrase, use }) => [phrase, use]));
  const longestFirst = [...uses.keys()].toSorted((one, other) => other.length - one.length);
  const patterns = longestFirst.map((phrase) =>
    phrase
      .split(" ")
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(String.raw`[\s*/#>]+`),
  );
  const pattern = new RegExp(String.raw`\b(?:${patterns.join("|")})\b`, "gi");
  return (text) => {
    const split = splitIdentifiers(text);
    return [...split.matchAll(pattern)].map(({ 0: match, index }) => {
      const found = match.replaceAll(/[\s*/#>]+/g, " ");
      return { line: lineAt(split, index), found, use: uses.get(found.toLowerCase()) ?? "" };
    });
  };
}

/** Splits `someMinutes` and `SOME_MINUTES` into words, and keeps the lines. */
function splitIdentifiers(text: string): string {
  return text.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ").replaceAll("_", " ");
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
