/**
 * Pairs the elements of two lists, best pair first, each element at most once.
 *
 * @param score - null: cannot be a pair. Of two pairs with the same score, the one first in `left` is taken.
 * @returns pairs of indices.
 */
export function pairBest<L, R>(
  left: readonly L[],
  right: readonly R[],
  score: (one: L, other: R) => number | null,
): readonly (readonly [number, number])[] {
  const candidates = left.flatMap((one, i) =>
    right.flatMap((other, j) => {
      const value = score(one, other);
      return value === null ? [] : [{ i, j, value }];
    }),
  );
  candidates.sort((one, other) => other.value - one.value || one.i - other.i || one.j - other.j);
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  const pairs: [number, number][] = [];
  for (const { i, j } of candidates) {
    if (takenLeft.has(i) || takenRight.has(j)) continue;
    takenLeft.add(i);
    takenRight.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}
