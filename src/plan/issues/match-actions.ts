import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import { issueKey } from "../keys.ts";
import { pathsOf, type ReadFile } from "../planning.ts";
import { standsAlone } from "../text/stands-alone.ts";
import { byLine } from "./by-line.ts";
import { findCandidates } from "./candidates.ts";
import { pairBest } from "./pairing.ts";
import { plainTitle } from "./plain-title.ts";
import type { IssueRecord } from "./records.ts";
import { mayBeSameOwners, similarInOtherMinutes, textSimilarity } from "./similarity.ts";
import type { FileAction } from "./file-actions.ts";
import { isTrace, traceWhole } from "./trace.ts";

/** Within a file, an action with this much in common is the same one, edited. */
const SAME_FILE = 0.55;

/** The least that two texts must share for that, where everything else is the same. */
const SAME_TEXT = 0.45;

/** Finds the record of each action of a file, and makes new ones for those that open an issue. */
export function matchActions(
  file: ReadFile,
  told: readonly FileAction[],
  records: IssueRecord[],
  minutes: RepositoryName,
): void {
  const keys = new Map(told.map((one) => [one, issueKey(minutes, file.path, idOf(one))]));
  const known = records.filter((record) => record.doubleOf === null && record.home?.file !== file);
  const pairs = pairActions(keys, known);
  for (const [one, record] of pairs) {
    if (pathsOf(file).includes(record.homePath) && record.home === null) record.home = one;
    else record.others.push(one);
  }
  const taken = new Set(records.map(({ key }) => key));
  for (const [one, wanted] of keys) {
    if (pairs.has(one) || one.opensNothing) continue;
    const key = freeKey(wanted, taken);
    taken.add(key);
    records.push({
      key,
      existing: null,
      marker: null,
      doubleOf: null,
      homePath: file.path,
      home: one,
      others: [],
    });
  }
}

/**
 * Pairs each action with at most one record, the surest pairs first: the same words, a link to the issue, words that are
 * alike. What is sure is looked up, so that only what was edited is compared with each other.
 *
 * @param keys - The actions, each with the key that it would have were it new.
 */
function pairActions(
  keys: ReadonlyMap<FileAction, string>,
  records: readonly IssueRecord[],
): ReadonlyMap<FileAction, IssueRecord> {
  const pairs = new Map<FileAction, IssueRecord>();
  const taken = new Set<IssueRecord>();
  const take = (one: FileAction, record: IssueRecord | undefined): void => {
    if (record === undefined) return;
    pairs.set(one, record);
    taken.add(record);
  };
  const homeless = records.filter(({ home }) => home === null);
  const byKey = new Map(homeless.map((record) => [record.key, record]));
  for (const [one, key] of keys) {
    take(one, byKey.get(key));
    byKey.delete(key);
  }
  const byNumber = new Map(homeless.map((record) => [record.existing?.number, record]));
  const unknown = [...keys.keys()].filter((one) => !pairs.has(one));
  for (const one of unknown) {
    const linked = linkedRecords(one, byNumber);
    take(
      one,
      linked.find((record) => !taken.has(record)),
    );
  }
  const left = unknown.filter((one) => !pairs.has(one));
  const right = records.filter((record) => !taken.has(record));
  const candidates = findCandidates(
    left.map(({ action }) => action.text),
    right.map((record) => textsOfRecord(record)),
  );
  for (const [i, j] of pairBest(left, right, scoreOf, candidates)) {
    const one = left[i];
    if (one !== undefined) take(one, right[j]);
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

/** How surely an action is the one of a record, by its words; null: it is another one. */
function scoreOf(told: FileAction, record: IssueRecord): number | null {
  const paths = pathsOf(told.file);
  const { action } = told;
  if (paths.includes(record.homePath)) {
    return record.home === null ? inFile(told, wordsOfRecord(record)) : null;
  }
  if (told.opensNothing) return null;
  const earlier = record.marker?.also.find(({ path }) => paths.includes(path));
  if (earlier !== undefined) return inFile(told, { ...earlier, topic: [] });
  const { text, owners, topic } = wordsOfRecord(record);
  const similarity = similarInOtherMinutes(action, text);
  const isSame = similarity !== null && mayBeSameOwners(action.owners, owners);
  const isClear =
    standsAlone(plainTitle(action.text), action.owners) ||
    isSameTopic(topic.slice(-1), action.topic.slice(-1));
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
  const owners = mayBeSameOwners(action.owners, words.owners) ? 0.1 : 0;
  const topic = isSameTopic(words.topic, action.topic) ? 0.05 : 0;
  const score = similarity * 0.85 + owners + topic;
  return score >= SAME_FILE ? 1 + score : null;
}

/** @param known - May be a trace. */
function isSameTopic(known: readonly string[], topic: readonly string[]): boolean {
  return String(known) === String(known.some(isTrace) ? topic.map(traceWhole) : topic);
}

function wordsOfRecord(record: IssueRecord): Words {
  return (
    record.marker ?? record.home?.action ?? { text: record.existing?.title ?? "", owners: [], topic: [] }
  );
}

/** The texts by which a record may be known again. */
function textsOfRecord(record: IssueRecord): string {
  const earlier = record.marker?.also.map(({ text }) => text) ?? [];
  return [wordsOfRecord(record).text, ...earlier].join(" ");
}

function idOf({ action }: FileAction): string {
  return hashText(`${plainTitle(action.text).toLowerCase()}\n${action.topic.join("\n")}`);
}

/** The same words may once have opened another issue, which was edited since. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}~${count}`;
  return free;
}
