/** `2 created, 1 updated`, in the order of first appearance; null where there is nothing to count. */
export function countWords(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts.size === 0 ? null : [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
}
