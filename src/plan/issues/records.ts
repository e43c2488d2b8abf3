import type { RepositoryName } from "../../minutes/meeting.ts";
import { hashText } from "../hash.ts";
import { issueKey, pathOfIssueKey } from "../keys.ts";
import { findMarker, type IssueMarker } from "../marker.ts";
import { isOwnMarker, pathsOf, type Planning, type ReadFile } from "../planning.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import { standsAlone } from "../text/stands-alone.ts";
import { pairBest } from "./pairing.ts";
import { plainTitle } from "./plain-title.ts";
import { mayBeSameOwners, similarInOtherMinutes, textSimilarity } from "./similarity.ts";
import type { Told } from "./told.ts";

/** One action issue: what stands on GitHub, and which of the plan's files tell of it. */
export interface IssueRecord {
  readonly key: string;
  readonly existing: ActionIssueState | null;
  /** null: it is new, or a person took it out. */
  readonly marker: IssueMarker | null;
  /** The number of the issue that this one repeats, where something went wrong. null: it repeats none. */
  readonly doubleOf: number | null;
  /** Where its minutes are; not among the plan's files where only later minutes changed. */
  homePath: string;
  home: Told | null;
  /** Other minutes of this plan that carry it over. */
  readonly others: Told[];
}

/** Within a file, an action with this much in common is the same one, edited. */
const SAME_FILE = 0.55;

/** The least that two texts must share for that, where everything else is the same. */
const SAME_TEXT = 0.45;

/** The issues of ours in a repository, oldest first, as records that no file tells of yet. */
export function knownRecords(state: KnownRepository, planning: Planning): IssueRecord[] {
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

/** Finds the record of each action of a file, best pair first, and makes new ones for those that open an issue. */
export function matchActions(
  file: ReadFile,
  told: readonly Told[],
  records: IssueRecord[],
  minutes: RepositoryName,
): void {
  const free = records.filter((record) => record.doubleOf === null && record.home?.file !== file);
  const keys = told.map((one) => issueKey(minutes, file.path, idOf(one)));
  const pairs = pairBest(told, free, (one, record) =>
    record.key === keys[told.indexOf(one)] && record.home === null ? 3 : scoreOf(one, record),
  );
  const matched = new Set<Told>();
  for (const [i, j] of pairs) {
    const [one, record] = [told[i], free[j]];
    if (one === undefined || record === undefined) continue;
    matched.add(one);
    if (pathsOf(file).includes(record.homePath) && record.home === null) record.home = one;
    else record.others.push(one);
  }
  for (const [index, one] of told.entries()) {
    if (matched.has(one) || one.opensNothing) continue;
    const key = freeKey(keys[index] ?? "", records);
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

/** An action that left its own minutes and stands in others of this plan has moved there. */
export function rehome(record: IssueRecord, files: readonly { readonly path: string }[]): void {
  const isPlanned = files.some(({ path }) => path === record.homePath);
  const [next] = record.others;
  if (record.home !== null || !isPlanned || next === undefined) return;
  record.home = next;
  record.homePath = next.file.path;
  record.others.shift();
}

function scoreOf(told: Told, record: IssueRecord): number | null {
  const paths = pathsOf(told.file);
  const { action } = told;
  if (isLinked(told, record) && record.home === null) return 2.5;
  if (paths.includes(record.homePath)) {
    return record.home === null ? inFile(told, wordsOfRecord(record)) : null;
  }
  if (told.opensNothing) return null;
  const earlier = record.marker?.also.find(({ path }) => paths.includes(path));
  if (earlier !== undefined) return inFile(told, { ...earlier, topic: [] });
  const { text, owners, topic } = wordsOfRecord(record);
  const similarity = similarInOtherMinutes(action, text);
  const isSame = similarity !== null && mayBeSameOwners(action.owners, owners);
  const isClear = standsAlone(plainTitle(action.text), action.owners) || topic.at(-1) === action.topic.at(-1);
  return isSame && isClear ? similarity : null;
}

/** The minutes link the action's issue on its line, as people or the write-back put it there. */
function isLinked({ action, file }: Told, { existing }: IssueRecord): boolean {
  if (existing === null) return false;
  return file.meeting.references.some(
    ({ line, number, repository }) =>
      line >= action.line &&
      line <= action.endLine &&
      number === existing.number &&
      existing.url.toLowerCase().includes(`/${repository.toLowerCase()}/issues/`),
  );
}

interface Words {
  readonly text: string;
  readonly owners: readonly string[];
  readonly topic: readonly string[];
}

/** Between 1 and 2: a pair within a file goes before any with another file. */
function inFile({ action }: Told, words: Words): number | null {
  const similarity = textSimilarity(action.text, words.text, SAME_TEXT);
  const owners = mayBeSameOwners(action.owners, words.owners) ? 0.1 : 0;
  const topic = String(action.topic) === String(words.topic) ? 0.05 : 0;
  const score = similarity * 0.85 + owners + topic;
  return score >= SAME_FILE ? 1 + score : null;
}

function wordsOfRecord(record: IssueRecord): Words {
  return (
    record.marker ?? record.home?.action ?? { text: record.existing?.title ?? "", owners: [], topic: [] }
  );
}

function idOf({ action }: Told): string {
  return hashText(`${plainTitle(action.text).toLowerCase()}\n${action.topic.join("\n")}`);
}

/** The same words may once have opened another issue, which was edited since. */
function freeKey(key: string, records: readonly IssueRecord[]): string {
  const taken = new Set(records.map((record) => record.key));
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}~${count}`;
  return free;
}
