import type { Block } from "../page.ts";

const NUMBERED = /^\W*(issue|ticket|pr|discussion|pull request) (\d{1,2})(?=\s*[:.)–—-]|$)/i;

/**
 * Blocks that begin with a number of the minutes' own: `Issue 1: slow`, `Issue 2: unclear` one after the other count
 * the things talked about, they are no issues.
 *
 * @returns The `id`s of such blocks.
 */
export function findEnumerations(blocks: readonly Block[]): ReadonlySet<number> {
  const ids = new Set<number>();
  const series = new Map<string, { id: number; number: number }[]>();
  for (const block of blocks) {
    const match = block.kind === "row" ? null : NUMBERED.exec(block.text);
    const word = match?.[1]?.toLowerCase();
    if (word === undefined) continue;
    const number = Number(match?.[2]);
    const run = series.get(word) ?? [];
    const follows = run.at(-1)?.number === number - 1;
    const next = follows ? run : [];
    next.push({ id: block.id, number });
    series.set(word, next);
    if (next.length > 1) for (const { id } of next) ids.add(id);
  }
  return ids;
}

/** What is said of an issue, right behind its number. */
const SAID =
  "(?:is|isn't|was|are|were|has|had|have|will|would|needs?|can|could|should|must|may|might|by|in|on|" +
  "at|for|from|to|and|or|with|as|of|got|gets|also|still|now|it|which|that|this|we|they|merged|closed|" +
  "opened|fixed|fixes|landed|looks|blocks|blocked|depends|closes|superseded|replaced|adds|added|" +
  "makes|does|did|first|then|today|because|since|after|before|vs|but|if|when|once)\\b";
/** `#1 speed, #2 size`, `#1: Ada, #2: Grace`. */
const RANKS = new RegExp(
  `(?<![\\w/#-])#1(?:[:)]| [–—-])? (?!${SAID})\\p{L}[^#]{0,80}[\\s(]#2(?:[:)]| [–—-])? (?!${SAID})\\p{L}`,
  "iu",
);

/** Whether the numbers of a text rank what follows them. */
export function ranks(text: string): boolean {
  return text.includes("#1") && text.includes("#2") && RANKS.test(text);
}
