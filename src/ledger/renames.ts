import { renameInKey } from "../plan/keys.ts";
import type { LedgerEntry, Recognized } from "./ledger.ts";

/** Under which name, in lower case, the ledger keeps what it knows of a repository of minutes. */
export interface KnownName {
  /** GitHub's. */
  readonly id: string;
  readonly name: string;
}

export interface Rename {
  /** Whose name changes. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What is to be renamed, one after the other, so that all that is known of a repository is kept under its present name.
 * What another repository left under that name is put aside until that one is seen again.
 *
 * @param known - What is known of its id, of its name and of the name by which it was asked for.
 */
export function findRenames(
  known: readonly KnownName[],
  { id, name, askedAs }: Recognized,
): readonly Rename[] {
  const now = name.toLowerCase();
  const holderOf = (held: string) => known.find((one) => one.name === held)?.id ?? id;
  const holder = holderOf(now);
  const asked = askedAs.toLowerCase();
  const earlier = [
    ...known.filter((one) => one.id === id).map((one) => one.name),
    // Where no id was written down yet, GitHub's leading from there to here tells the same.
    ...(holderOf(asked) === id ? [asked] : []),
  ];
  return [
    ...(holder === id ? [] : [{ id: holder, from: now, to: nameAside(holder) }]),
    ...[...new Set(earlier)].filter((from) => from !== now).map((from) => ({ id, from, to: now })),
  ];
}

/** No repository has such a name. */
function nameAside(id: string): string {
  return `#${id}`;
}

/** Whether it is a repository's name. */
export function isName(name: string): boolean {
  return name.includes("/");
}

/** An entry of the repository's minutes, under its other name. */
export function renameEntry(entry: LedgerEntry, { from, to }: Rename): LedgerEntry {
  return {
    ...entry,
    key: renameInKey(entry.key, from, to),
    source: to,
    target: entry.target === from ? to : entry.target,
  };
}
