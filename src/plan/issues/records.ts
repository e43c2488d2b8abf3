import { pathOfIssueKey } from "../keys.ts";
import { findMarker, type IssueMarker, type CarriedOver } from "../marker.ts";
import { isOwnMarker, pathsOf, type Planning } from "../planning.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import type { FileAction } from "./file-actions.ts";

/** One action issue: what is on GitHub, and which of the plan's files have its action. */
export interface IssueRecord {
  readonly key: string;
  readonly existing: ActionIssueState | null;
  /** null: it is new, or a person took it out. */
  readonly marker: IssueMarker | null;
  /** The number of the issue that this one repeats, where something went wrong. null: it repeats none. */
  readonly doubleOf: number | null;
  /** Where its minutes are; not among the plan's files where only later minutes changed. */
  readonly homePath: string;
  readonly home: FileAction | null;
  /** Other minutes of this plan that carry it over. */
  readonly others: readonly FileAction[];
  /**
   * What minutes that are not among the plan's files say of it, where it left its own and they are its own from now
   * on.
   */
  readonly moved?: CarriedOver;
}

/** Minutebook's issues in a repository, oldest first, as records that no file is matched with yet. */
export function knownRecords(state: KnownRepository, planning: Planning): readonly IssueRecord[] {
  const records = new Map<string, IssueRecord>();
  for (const existing of state.actionIssues.toSorted((one, other) => one.number - other.number)) {
    const known = knownRecord(existing, planning);
    if (known === null) continue;
    const first = records.get(known.key);
    const double = {
      ...known,
      key: `${known.key}#duplicate-${existing.number}`,
      doubleOf: first?.existing?.number ?? null,
    };
    if (first === undefined) records.set(known.key, known);
    else records.set(double.key, double);
  }
  return [...records.values()];
}

function knownRecord(existing: ActionIssueState, planning: Planning): IssueRecord | null {
  const marker = findMarker(existing.body);
  const common = { existing, doubleOf: null, home: null, others: [] };
  if (marker?.kind === "issue") {
    if (!isOwnMarker(marker, planning.input.repository)) return null;
    return { ...common, key: marker.key, marker, homePath: marker.path };
  }
  const key = existing.ledgerKey ?? null;
  const path = key === null ? null : pathOfIssueKey(key);
  return key === null || path === null ? null : { ...common, key, marker: null, homePath: path };
}

/**
 * An action that left its own minutes and is in others has moved there: to others of this plan, or to those that were
 * known to carry it over, so that it goes when it leaves these.
 */
export function withNewHome(record: IssueRecord, files: Planning["files"]): IssueRecord {
  const own = files.find((file) => pathsOf(file).includes(record.homePath));
  // One that could not be read may still hold it.
  const isPlanned = own !== undefined && own.problem === null;
  if (record.home !== null || !isPlanned) return record;
  const [next, ...others] = record.others;
  if (next !== undefined) return { ...record, home: next, homePath: next.file.path, others };
  const planned = new Set(files.flatMap((file) => pathsOf(file)));
  const moved = record.marker?.also.find(({ path }) => !planned.has(path));
  return moved === undefined ? record : { ...record, moved, homePath: moved.path };
}
