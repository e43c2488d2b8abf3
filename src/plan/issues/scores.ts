import { areAboutOther } from "../../language/differences.ts";
import { pathsOf } from "../planning.ts";
import type { FileAction } from "./file-actions.ts";
import { isFingerprint } from "./fingerprint.ts";
import { markedText } from "./marked-text.ts";
import { areElsewhere, isSameTopic, type Placed } from "./place.ts";
import type { IssueRecord } from "./records.ts";
import { mayBeOwners, similarInOtherMinutes, textSimilarity } from "./similarity.ts";
import { withoutOwnIssue, wordsOfAction, wordsOfRecord } from "./words.ts";

/** Within a file, an action with this much in common is the same one, edited. */
const SAME_FILE = 0.55;

/** The least that two texts must share for that, where everything else is the same. */
const SAME_TEXT = 0.45;

/**
 * How surely an action is the one of a record; null: it is another one.
 *
 * | where | is the same |
 * | --- | --- |
 * | the record's own file | half the words, unless numbers, names, contraries or places tell them apart |
 * | a file that carried it over before | the same |
 * | any other file | nearly all words (`similarInOtherMinutes`), the same owners or none, and no other place |
 *
 * @param hasLeft - Whether the record's own file is planned too and no longer has the action: it may have moved.
 */
export function scoreOf(
  one: FileAction,
  record: IssueRecord,
  hasLeft: (record: IssueRecord) => boolean,
): number | null {
  const paths = pathsOf(one.file);
  const [words, known] = comparedWords(one, record);
  if (paths.includes(record.homePath)) {
    if (record.home !== null) return null;
    // Of one whose section a person removed, only a title is known, and that may be the person's.
    return record.marker !== null && areOther(words, known) ? null : scoreInFile(words, known);
  }
  if (one.opensNothing) return null;
  const earlier = record.marker?.also.find(({ path }) => paths.includes(path));
  if (earlier !== undefined) {
    const text = isFingerprint(earlier.text) ? earlier.text : markedText(earlier);
    const then = { text, owners: earlier.owners, topic: [], about: [] };
    return areOther(words, then) ? null : scoreInFile(words, then);
  }
  const similarity = similarInOtherMinutes({ ...one.action, text: words.text }, known.text);
  const isSame = similarity !== null && mayBeOwners(words.owners, known.owners);
  if (!isSame || !isClear(one, words, known)) return null;
  return areElsewhere(words, known, hasLeft(record)) ? null : similarity;
}

/** Whether an action may be a record's in its own file, edited, whatever tells the two apart. */
export function mayBeEdited(one: FileAction, record: IssueRecord): boolean {
  return scoreInFile(...comparedWords(one, record)) !== null;
}

function comparedWords(one: FileAction, record: IssueRecord): readonly [Placed, Placed] {
  return [withoutOwnIssue(wordsOfAction(one), record), withoutOwnIssue(wordsOfRecord(record), record)];
}

/** Words that say nothing by themselves are the same task only about the same thing. */
function isClear({ action }: FileAction, words: Placed, known: Placed): boolean {
  const isAboutSame = words.about.some((target) => known.about.includes(target));
  return action.isSelfContained || isAboutSame || isSameTopic(known.topic.slice(-1), words.topic.slice(-1));
}

/**
 * Whether two actions of one file are so different that only their place can show that one was corrected to the
 * other.
 */
function areOther(words: Placed, known: Placed): boolean {
  return (!isFingerprint(known.text) && areAboutOther(words.text, known.text)) || areElsewhere(words, known);
}

/** Between 1 and 2: a pair within a file goes before any with another file. */
function scoreInFile(words: Placed, known: Placed): number | null {
  const similarity = textSimilarity(words.text, known.text, SAME_TEXT);
  const owners = mayBeOwners(words.owners, known.owners) ? 0.1 : 0;
  const topic = isSameTopic(known.topic, words.topic) ? 0.05 : 0;
  const score = similarity * 0.85 + owners + topic;
  return score >= SAME_FILE ? 1 + score : null;
}
