import { plainText } from "../../language/text/plain-text.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import { issueKey } from "../keys.ts";
import { pathsOf, type ReadFile } from "../planning.ts";
import { byLine } from "./by-line.ts";
import { findCandidates } from "./candidates.ts";
import type { FileAction } from "./file-actions.ts";
import { fingerprintOf, isFingerprint } from "./fingerprint.ts";
import { pairBest } from "./pairing.ts";
import type { IssueRecord } from "./records.ts";
import { mayBeOwners, similarInOtherMinutes, textSimilarity } from "./similarity.ts";

/** Within a file, an action with this much in common is the same one, edited. */
const SAME_FILE = 0.55;

/** The least that two texts must share for that, where everything else is the same. */
const SAME_TEXT = 0.45;

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
  minutes: RepositoryName,
): readonly IssueRecord[] {
  const keys = new Map(actions.map((one) => [one, issueKey(minutes, file.path, idOf(one))]));
  const known = records.filter((record) => record.doubleOf === null && record.home?.file !== file);
  const pairs = pairActions(keys, known);
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
 */
function pairActions(
  keys: ReadonlyMap<FileAction, string>,
  records: readonly IssueRecord[],
): ReadonlyMap<FileAction, IssueRecord> {
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
  const left = [...keys.keys()].filter(pairs.isUnpaired);
  const right = records.filter(pairs.isFree);
  const candidates = findCandidates(
    left.map(({ action }) => action.text),
    right.map((record) => textsOfRecord(record)),
  );
  for (const [i, j] of pairBest(left, right, scoreOf, candidates)) {
    const one = left[i];
    if (one !== undefined) pairs.add(one, right[j]);
  }
  return pairs.all();
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

/** How surely an action is the one of a record, by its words; null: it is another one. */
function scoreOf(one: FileAction, record: IssueRecord): number | null {
  const paths = pathsOf(one.file);
  const { action } = one;
  if (paths.includes(record.homePath)) {
    return record.home === null ? inFile(one, wordsOfRecord(record)) : null;
  }
  if (one.opensNothing) return null;
  const earlier = record.marker?.also.find(({ path }) => paths.includes(path));
  if (earlier !== undefined) return inFile(one, { ...earlier, topic: [] });
  const { text, owners, topic } = wordsOfRecord(record);
  const similarity = similarInOtherMinutes(action, text);
  const isSame = similarity !== null && mayBeOwners(action.owners, owners);
  const isClear = action.isSelfContained || isSameTopic(topic.slice(-1), action.topic.slice(-1));
  return isSame && isClear ? similarity : null;
}

interface Words {
  readonly text: string;
  readonly owners: readonly string[];
  readonly topic: readonly string[];
}

/** Between 1 and 2: a pair within a file goes before any with another file. */
function inFile({ action }: FileAction, words: Words): number | null {
  const similarity = textSimilarity(action.text, words.text, SAME_TEXT);
  const owners = mayBeOwners(action.owners, words.owners) ? 0.1 : 0;
  const topic = isSameTopic(words.topic, action.topic) ? 0.05 : 0;
  const score = similarity * 0.85 + owners + topic;
  return score >= SAME_FILE ? 1 + score : null;
}

/** @param known - May be a fingerprint. */
function isSameTopic(known: readonly string[], topic: readonly string[]): boolean {
  return String(known) === String(known.some(isFingerprint) ? topic.map(fingerprintOf) : topic);
}

function wordsOfRecord(record: IssueRecord): Words {
  return (
    record.marker ?? record.home?.action ?? { text: record.existing?.title ?? "", owners: [], topic: [] }
  );
}

/** The texts by which a record may be recognized. */
function textsOfRecord(record: IssueRecord): string {
  const earlier = record.marker?.also.map(({ text }) => text) ?? [];
  return [wordsOfRecord(record).text, ...earlier].join(" ");
}

function idOf({ action }: FileAction): string {
  return hashText(`${plainText(action.text).toLowerCase()}\n${action.topic.join("\n")}`);
}

/** The same words may once have opened another issue, which was edited since. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}~${count}`;
  return free;
}
