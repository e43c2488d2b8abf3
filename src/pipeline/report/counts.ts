/** What became of steps, by weight: parts of a sum are set apart by a dot, what is in one part by a comma. */
const PARTS = [
  ["created", "updated", "closed", "reopened", "deleted", "failed"],
  ["unchanged"],
  ["skipped"],
] as const;

/** What became of a step, in a word. */
export type OutcomeWord = (typeof PARTS)[number][number];

/** `2 created, 1 updated · 8 unchanged · 1 skipped`; null where there is nothing to count. */
export function countWords(words: readonly OutcomeWord[]): string | null {
  const counts = Map.groupBy(words, (word) => word);
  const parts = PARTS.map((part) =>
    part.flatMap((word) => (counts.has(word) ? `${counts.get(word)?.length} ${word}` : [])).join(", "),
  );
  return words.length === 0 ? null : parts.filter((part) => part !== "").join(" · ");
}
