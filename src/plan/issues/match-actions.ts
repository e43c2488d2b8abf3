import { hashText } from "../hash.ts";
import { issueKey } from "../keys.ts";
import { pathsOf, type Planning, type ReadFile } from "../planning.ts";
import { byLine } from "./by-line.ts";
import { findCandidates } from "./candidates.ts";
import type { FileAction } from "./file-actions.ts";
import { pairCorrections } from "./corrections.ts";
import { namingWords } from "./naming-words.ts";
import { pairBest } from "./pairing.ts";
import type { IssueRecord } from "./records.ts";
import { mayBeEdited, scoreOf } from "./scores.ts";
import { hasLeft } from "./left.ts";
import { wordsOfAction, wordsOfRecord } from "./words.ts";

/** The actions of a file of minutes. */
export interface ActionsInFile {
  readonly file: ReadFile;
  readonly actions: readonly FileAction[];
}

/**
 * The records with the actions of a file: each action in the record that is its own, and new records for those that
 * open an issue.
 */
export function matchActions(
  { file, actions }: ActionsInFile,
  records: readonly IssueRecord[],
  { input, files }: Pick<Planning, "input" | "files">,
): readonly IssueRecord[] {
  const minutes = input.repository.name;
  const keys = new Map(actions.map((one) => [one, issueKey(minutes, file.path, idOf(one))]));
  const known = records.filter((record) => record.doubleOf === null && record.home?.file !== file);
  const pairs = withCorrections(pairActions(keys, known, hasLeft(files)), { file, actions }, known).all();
  const found = new Map([...pairs].map(([one, record]) => [record, one]));
  const matched = records.map((record) => {
    const one = found.get(record);
    return one === undefined ? record : withAction(record, one);
  });
  const opening = actions.filter((one) => !pairs.has(one) && !one.opensNothing);
  const taken = new Set(records.map(({ key }) => key));
  const opened = opening.map((one) => {
    const key = freeKey(keys.get(one) ?? "", taken);
    taken.add(key);
    return newRecord(key, one);
  });
  return [...matched, ...opened];
}

function withAction(record: IssueRecord, one: FileAction): IssueRecord {
  return record.home === null && pathsOf(one.file).includes(record.homePath)
    ? { ...record, home: one }
    : { ...record, others: [...record.others, one] };
}

function newRecord(key: string, home: FileAction): IssueRecord {
  return { key, existing: null, marker: null, doubleOf: null, homePath: home.file.path, home, others: [] };
}

/** Pairs that are found step by step: each action and each record in one at most. */
class Pairs {
  private readonly byAction = new Map<FileAction, IssueRecord>();
  private readonly taken = new Set<IssueRecord>();

  add(one: FileAction, record: IssueRecord | undefined): void {
    if (record === undefined) return;
    this.byAction.set(one, record);
    this.taken.add(record);
  }

  isFree = (record: IssueRecord): boolean => !this.taken.has(record);

  isUnpaired = (one: FileAction): boolean => !this.byAction.has(one);

  all(): ReadonlyMap<FileAction, IssueRecord> {
    return this.byAction;
  }
}

/**
 * Pairs each action with at most one record, the surest pairs first: the same words, a link to the issue, words that
 * are alike. What is sure is looked up, so that only what was edited is compared with each other.
 *
 * @param keys - The actions, each with the key that it would have were it new.
 * @param left - Which records' actions are gone from their own files.
 */
function pairActions(
  keys: ReadonlyMap<FileAction, string>,
  records: readonly IssueRecord[],
  left: (record: IssueRecord) => boolean,
): Pairs {
  const pairs = new Pairs();
  const homeless = records.filter(({ home }) => home === null);
  const byKey = new Map(homeless.map((record) => [record.key, record]));
  for (const [one, key] of keys) {
    pairs.add(one, byKey.get(key));
    byKey.delete(key);
  }
  const byNumber = new Map(homeless.map((record) => [record.existing?.number, record]));
  for (const one of [...keys.keys()].filter(pairs.isUnpaired)) {
    pairs.add(one, linkedRecords(one, byNumber).find(pairs.isFree));
  }
  const unpaired = [...keys.keys()].filter(pairs.isUnpaired);
  const right = records.filter(pairs.isFree);
  const candidates = findCandidates(
    unpaired.map((one) => wordsOfAction(one).text),
    right.map((record) => textsOfRecord(record)),
  );
  const score = (one: FileAction, record: IssueRecord): number | null => scoreOf(one, record, left);
  for (const [i, j] of pairBest(unpaired, right, score, candidates)) {
    const one = unpaired[i];
    if (one !== undefined) pairs.add(one, right[j]);
  }
  return pairs;
}

/** With what was corrected within the file, once all else is paired. */
function withCorrections(
  pairs: Pairs,
  { file, actions }: ActionsInFile,
  records: readonly IssueRecord[],
): Pairs {
  const own = records.filter(({ homePath, home }) => home === null && pathsOf(file).includes(homePath));
  for (const [one, record] of pairCorrections({ file, actions, pairs: pairs.all() }, own, mayBeEdited)) {
    pairs.add(one, record);
  }
  return pairs;
}

/** Those whose issue the minutes link on the action's lines, as people or the write-back put it there; oldest first. */
function linkedRecords(
  { action, file }: FileAction,
  byNumber: ReadonlyMap<number | undefined, IssueRecord>,
): readonly IssueRecord[] {
  const { references } = byLine(file.meeting);
  const lines = Array.from({ length: action.endLine - action.line + 1 }, (_, index) => action.line + index);
  return lines
    .flatMap((line) => references.get(line) ?? [])
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ number, repository }) => {
      const record = byNumber.get(number);
      const url = record?.existing?.url.toLowerCase();
      return url?.includes(`/${repository.toLowerCase()}/issues/`) === true ? (record ?? []) : [];
    });
}

/** The texts by which a record may be recognized. */
function textsOfRecord(record: IssueRecord): string {
  const earlier = record.marker?.also.map(({ text }) => text) ?? [];
  return [wordsOfRecord(record).text, ...earlier].join(" ");
}

function idOf({ action }: FileAction): string {
  return hashText(`${namingWords(action.text)}\n${action.topic.join("\n")}`);
}

/** The same words may once have opened another issue, which was edited since. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}~${count}`;
  return free;
}
