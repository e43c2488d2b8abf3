import type { Action } from "../../minutes/meeting.ts";
import type { ReadFile } from "../planning.ts";
import type { FileAction } from "./file-actions.ts";
import { markedText } from "./marked-text.ts";
import type { IssueRecord } from "./records.ts";
import { wordsOfRecord } from "./words.ts";

/** Among more than these between two that are sure, nobody knows which is which. */
const MOST_IN_GAP = 40;

/** A file's actions, and which of them are paired with records surely. */
export interface Paired {
  readonly file: ReadFile;
  readonly actions: readonly FileAction[];
  readonly pairs: ReadonlyMap<FileAction, IssueRecord>;
}

/**
 * Pairs an action with the record of one that was at its place, although numbers, names or other words tell them apart:
 * `#30` that somebody corrected to `#31`. Only where the other is gone from the file, and the meeting is still the same
 * day's; minutes that are overwritten with the next meeting's have other actions. The place is that between the same
 * sure actions as before, with as many others there, one by one; where one was added or removed too, or the earlier
 * version is not known, that of the only two that are alike.
 *
 * @param records - This file's, free ones and those in pairs.
 * @param areAlike - Whether they have enough in common for one that was edited.
 */
export function pairCorrections(
  paired: Paired,
  records: readonly IssueRecord[],
  areAlike: AreAlike,
): Corrections {
  const { file, actions, pairs } = paired;
  const sure = new Set(pairs.values());
  const sameDay = records.filter(
    (record) => sure.has(record) || (record.home === null && record.marker?.date === file.meeting.date),
  );
  if (sameDay.every((record) => sure.has(record))) return [];
  const before = beforeOf(file, sameDay);
  const isKnown = file.previous !== null;
  const known = new Set(isKnown ? before.filter((record) => record !== null && sure.has(record)) : []);
  const now = gapsOf(actions, (one) => {
    const record = pairs.get(one) ?? null;
    return known.has(record) ? record : null;
  });
  const then = gapsOf(before, (record) => (known.has(record) ? record : null));
  return [...now].flatMap(([gap, all]) => {
    const free = all.filter((one) => !pairs.has(one));
    const were = (then.get(gap) ?? []).filter((record) => record === null || !sure.has(record));
    if (Math.max(free.length, were.length) > MOST_IN_GAP) return [];
    const isInOrder = isKnown && free.length === were.length;
    return isInOrder ? pairInOrder(free, were, areAlike) : pairAlone(free, were, areAlike);
  });
}

/** The records of the file as it was, in its order; null: an action that has none. */
function beforeOf({ previous }: ReadFile, records: readonly IssueRecord[]): readonly (IssueRecord | null)[] {
  if (previous === null) return records;
  const byWords = new Map(records.map((record) => [nameOf(wordsOfRecord(record)), record]));
  const byNumber = new Map(records.map((record) => [record.existing?.number, record]));
  return previous.actions
    .filter(({ same }) => same === null)
    .map((action) => byWords.get(nameOfAction(action)) ?? byNumber.get(linkOf(action)) ?? null);
}

function nameOf({ text, topic }: { readonly text: string; readonly topic: readonly string[] }): string {
  return [text, ...topic].join("\n");
}

function nameOfAction(action: Action): string {
  return nameOf({ text: markedText(action), topic: action.topic });
}

/** The number of the issue that the write-back linked behind an action. */
function linkOf({ text }: Action): number | undefined {
  const number = /(?:#|\/issues\/)(\d{1,9})\W?$/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What is between two anchors, by both. */
function gapsOf<T>(all: readonly T[], anchorOf: (one: T) => IssueRecord | null): ReadonlyMap<string, T[]> {
  const gaps = new Map<string, T[]>();
  let [last, since]: [string, T[]] = ["", []];
  for (const one of all) {
    const anchor = anchorOf(one);
    if (anchor === null) since.push(one);
    else {
      gaps.set(`${last}\n${anchor.key}`, since);
      [last, since] = [anchor.key, []];
    }
  }
  return gaps.set(`${last}\n`, since);
}

type AreAlike = (one: FileAction, record: IssueRecord) => boolean;
type Corrections = readonly (readonly [FileAction, IssueRecord])[];

function pairInOrder(
  now: readonly FileAction[],
  then: readonly (IssueRecord | null)[],
  areAlike: AreAlike,
): Corrections {
  return now.flatMap((one, at) => {
    const record = then[at] ?? null;
    return record !== null && areAlike(one, record) ? [[one, record] as const] : [];
  });
}

/** Those that are alike and have nothing else that they are like. */
function pairAlone(
  now: readonly FileAction[],
  then: readonly (IssueRecord | null)[],
  areAlike: AreAlike,
): Corrections {
  const records = then.filter((record) => record !== null);
  return now.flatMap((one) => {
    const [record, ...more] = records.filter((other) => areAlike(one, other));
    if (record === undefined || more.length > 0) return [];
    return now.some((other) => other !== one && areAlike(other, record)) ? [] : [[one, record] as const];
  });
}
