/**
 * Finds a short list that still shows what a long one shows: takes away halves, then quarters, down to single elements,
 * again and again until none can be missed. The last element always stays: there it was seen.
 *
 * @param isStillWrong - Whether the shorter list shows it too.
 * @param hasTime - Asked before each try; false: what was found so far is the result.
 */
export async function shrink<T>(
  list: readonly T[],
  isStillWrong: (shorter: readonly T[]) => Promise<boolean>,
  hasTime: () => boolean,
): Promise<readonly T[]> {
  let shortest = list;
  for (let size = Math.ceil((list.length - 1) / 2); size >= 1; ) {
    let isShorter = false;
    for (let start = 0; start < shortest.length - 1 && hasTime(); ) {
      const end = Math.min(start + size, shortest.length - 1);
      const candidate = shortest.toSpliced(start, end - start);
      if (await isStillWrong(candidate)) {
        shortest = candidate;
        isShorter = true;
      } else start = end;
    }
    if (!hasTime() || (size === 1 && !isShorter)) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return shortest;
}
