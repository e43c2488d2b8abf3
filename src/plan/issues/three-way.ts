import { isSameName } from "../../minutes/repository-name.ts";
/**
 * A list on GitHub as it should be now: what we set last and do not want any more goes, what we newly want comes,
 * everything that people added or took away stays so. Names compare without case.
 */
export function mergeThreeWay(
  current: readonly string[],
  ours: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const has = (list: readonly string[], name: string): boolean =>
    list.some((other) => isSameName(other, name));
  const kept = current.filter((name) => !has(ours, name) || has(wanted, name));
  const added = wanted.filter((name) => !has(ours, name) && !has(current, name));
  return [...kept, ...added];
}

/** Whether two lists name the same, in whatever order. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const sorted = (list: readonly string[]): string =>
    JSON.stringify(list.map((name) => name.toLowerCase()).sort());
  return sorted(one) === sorted(other);
}
