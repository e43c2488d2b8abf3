/** The index of the first element whose key is not below a value; the elements are sorted by that key. */
export function firstAt<T>(sorted: readonly T[], value: number, key: (element: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = sorted[middle];
    if (element !== undefined && key(element) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The element of a sorted list without overlaps that covers an offset. */
export function covering<T extends { readonly start: number; readonly end: number }>(
  sorted: readonly T[],
  offset: number,
): T | undefined {
  const element = sorted[firstAt(sorted, offset + 1, ({ start }) => start) - 1];
  return element !== undefined && offset < element.end ? element : undefined;
}
