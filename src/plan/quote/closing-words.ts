/** A word that closes the issue named behind it, wherever GitHub heeds it. */
const WORD = /(?<![\p{L}\p{N}])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)/giu;
// A token of a template is replaced by what may name one.
const ISSUE = /^(?:#|GH-|https?:|\{\{|(?:[\w-]+\/)?[\w.-]+#)/i;
/** No name of a repository is longer, its owner's included. */
const LONGEST_NAME = 160;

/**
 * Where words begin that close what is named behind them: `fixes #1`, `Closes: octo-org/app#1`.
 *
 * @param atEnd Whether a text that ends in such a word counts too: what follows it may be in the next text.
 */
export function findClosings(text: string, atEnd: boolean): readonly number[] {
  return [...text.matchAll(WORD)]
    .filter(({ 0: word, index }) => closes(text, index + word.length, atEnd))
    .map(({ index }) => index);
}

function closes(text: string, behind: number, atEnd: boolean): boolean {
  let at = text[behind] === ":" ? behind + 1 : behind;
  while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
  if (at === text.length) return atEnd;
  return ISSUE.test(text.slice(at, at + LONGEST_NAME));
}

/** A text with something put behind the first letter of each such word. */
export function breakWords(text: string, breaker: string): string {
  let broken = "";
  let from = 0;
  for (const at of findClosings(text, true)) {
    broken += `${text.slice(from, at + 1)}${breaker}`;
    from = at + 1;
  }
  return broken + text.slice(from);
}
