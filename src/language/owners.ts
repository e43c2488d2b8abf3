/** A name as names are compared: without case, `@` and the kind of its letters and apostrophes. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/^@/, "").replace(/[’‘]/g, "'").trim();
}

/**
 * Whether two lists of owners may be the same people: they share one, or one names nobody.
 *
 * @param fold - How names are compared. (Default: `foldName`)
 */
export function mayBeSameOwners(
  one: readonly string[],
  other: readonly string[],
  fold: (name: string) => string = foldName,
): boolean {
  if (one.length === 0 || other.length === 0) return true;
  const names = new Set(one.map(fold));
  return other.some((name) => names.has(fold(name)));
}

/** Whether two lists name the same people, and not nobody. */
export function areSameOwners(one: readonly string[], other: readonly string[]): boolean {
  const folded = (names: readonly string[]): string => names.map(foldName).sort().join();
  return one.length > 0 && folded(one) === folded(other);
}
