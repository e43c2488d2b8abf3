/** Markdown's marks within a line, taken off in one walk: a pattern would search for the end of each mark again. */

const LINK = /!?\[([^[\]]*)\]\(/g;

/** Links and images as the words that they show. */
export function withoutLinks(text: string): string {
  let words = "";
  let from = 0;
  let stop = -1;
  for (const { 0: opening, 1: label = "", index } of text.matchAll(LINK)) {
    const target = index + opening.length;
    if (index < from) continue;
    if (stop < target) stop = nextOf(text, /[)\s]/g, target);
    if (text[stop] !== ")") continue;
    words += text.slice(from, index) + label;
    from = stop + 1;
  }
  return words + text.slice(from);
}

function nextOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

const MARK = /[*_~]+/g;

/** `**bold**`, `_italic_` and `~~struck~~` without their marks. */
export function withoutEmphasis(text: string): string {
  const closings = new Map<string, number>();
  /** The nearest place from an offset on where a mark may close; kept, for it is asked from left to right. */
  const closingOf = (mark: string, from: number): number => {
    const known = closings.get(mark) ?? -1;
    if (known >= from) return known;
    const found = findClosing(text, mark, from);
    closings.set(mark, found);
    return found;
  };
  let words = "";
  let from = 0;
  for (const { 0: run, index } of text.matchAll(MARK)) {
    for (let at = Math.max(index, from); at < index + run.length; ) {
      const pair = isOpening(text, at) ? pairAt(text, at, closingOf) : null;
      if (pair === null) {
        at += 1;
        continue;
      }
      words += text.slice(from, at) + text.slice(at + pair.mark.length, pair.end);
      from = pair.end + pair.mark.length;
      at = from;
    }
  }
  return words + text.slice(from);
}

const MARKS = ["***", "**", "*", "___", "__", "_", "~~"];

function pairAt(
  text: string,
  at: number,
  closingOf: (mark: string, from: number) => number,
): { readonly mark: string; readonly end: number } | null {
  for (const mark of MARKS) {
    const inner = at + mark.length;
    if (!text.startsWith(mark, at) || !/\S/.test(text[inner] ?? " ")) continue;
    const end = closingOf(mark, inner + 1);
    if (end < text.length) return { mark, end };
  }
  return null;
}

const isOpening = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));

/** Where a mark follows a word and precedes none; the text's length: nowhere. */
function findClosing(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const isBehindWord = /\S/.test(text[at - 1] ?? " ");
    if (isBehindWord && !/^[\p{L}\p{N}]/u.test(text.slice(at + mark.length, at + mark.length + 2))) return at;
  }
  return text.length;
}
