import { endOfAll, trimBoth } from "./text/trim.ts";

/**
 * Whether a cell only counts: `62.1`, `AI-3`, `Action 4`.
 *
 * @param words The words that may come before the number: sticky, with what follows each.
 */
export function onlyCounts(text: string, words: RegExp): boolean {
  const trimmed = trimBoth(text, /\W/);
  return /^\p{L}?\d[\d./-]*$/u.test(trimmed.slice(endOfAll(trimmed, words)));
}
