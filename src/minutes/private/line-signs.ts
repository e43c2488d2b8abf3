import { isMarkWord } from "./mark-word.ts";

/** Attributes of kramdown and pandoc: `## Wages {.private}`, `{: .confidential}` below a paragraph. */
const ATTRIBUTE = /\{:? ?[^{}]{0,100}\.(?:private|confidential|restricted|secret)\b/;
/** A picture, by what is shown in its place: `## ![private](lock.png) Wages`. */
const PICTURE = /!\[([^\][]{1,40})\][[(]/g;
/** `[^private]: …` */
const FOOTNOTE = /^[ \t>]{0,12}\[\^([^\][]{1,40})\]:/;

/** Says whether a line has an attribute, a picture or a footnote's name that is a mark. Each line is looked at once. */
export function lineSignFinder(lines: readonly string[], own: readonly string[]): (line: number) => boolean {
  const found = new Map<number, boolean>();
  return (line) => {
    const known = found.get(line);
    if (known !== undefined) return known;
    const has = hasSign(lines[line - 1] ?? "", own);
    found.set(line, has);
    return has;
  };
}

function hasSign(text: string, own: readonly string[]): boolean {
  if (text.includes("{") && ATTRIBUTE.test(text)) return true;
  if (!text.includes("[")) return false;
  const footnote = FOOTNOTE.exec(text)?.[1];
  if (footnote !== undefined && isMarkWord(footnote, own)) return true;
  return (
    text.includes("![") && [...text.matchAll(PICTURE)].some(([, words = ""]) => isMarkWord(words.trim(), own))
  );
}
