/**
 * Pairs the elements of two lists, best pair first, each element at most once.
 *
 * @param candidatesOf - The indices in `right` that each of `left` is scored with. Default: all.
 * @param score - null: cannot be a pair. Of two pairs with the same score, the one first in `left` is taken.
 * @returns pairs of indices.
 */
export function pairBest<L, R>(
  left: readonly L[],
  right: readonly R[],
  score: (one: L, other: R) => number | null,
  candidatesOf: ((i: number) => readonly number[]) | null = null,
): readonly (readonly [number, number])[] {
  const all = [...right.keys()];
  const candidates = left.flatMap((one, i) =>
    (candidatesOf?.(i) ?? all).flatMap((j) => {
      const value = score(one, right[j] as R);
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
