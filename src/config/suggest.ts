import leven from "leven";

/** Keys and values are compared without case and without what joins their words. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, "");
}

/**
 * The known word that was probably meant.
 *
 * @returns undefined where none is near enough: at most a third of the letters may differ.
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const longest = Math.max(0, ...known.map(({ length }) => length));
  // Nothing near enough is twice as long, and the comparison takes time for each pair of letters.
  if (word.length > 2 * longest + 10) return undefined;
  const folded = fold(word);
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: leven(folded, fold(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, candidate.length / 3))
    .sort((one, other) => one.distance - other.distance);
  return nearest?.candidate;
}
