import { escapedLength, type CarryOver } from "../marker.ts";
import { cutText } from "../quote/fit.ts";
import { pathsOf, type Planning } from "../planning.ts";
import type { IssueRecord } from "./records.ts";
import { renderCarryOver } from "./render-issue.ts";
import type { FileAction } from "./file-actions.ts";

/** An action that is carried over for longer has an issue that everybody knows. */
const MAX_CARRY_OVERS = 30;

const MAX_TEXT = 300;

/** UTF-16 units that all of them may take in an issue's body, in its marker and below its text. */
const MAX_LENGTH = 24_000;

/** What other minutes than its own say about an action, in the order of their dates; the latest of them. */
export function carryOversOf(record: IssueRecord, planning: Planning): readonly CarryOver[] {
  const planned = new Set(planning.files.filter(({ problem }) => problem === null).flatMap(pathsOf));
  const known = record.marker?.also ?? [];
  const untouched = known.filter(({ path }) => !planned.has(path) && path !== record.homePath);
  const fileAction = record.others.map((one) => carryOverOf(one, known, planning));
  const sorted = [...untouched, ...fileAction].toSorted(
    (one, other) => (one.date ?? "").localeCompare(other.date ?? "") || one.path.localeCompare(other.path),
  );
  return latest(sorted.slice(-MAX_CARRY_OVERS));
}

/** The last of them that fit. */
function latest(carryOvers: readonly CarryOver[]): readonly CarryOver[] {
  let left = MAX_LENGTH;
  const first = carryOvers.findLastIndex((carryOver) => {
    left -= escapedLength(carryOver) + carryOver.note.length;
    return left < 0;
  });
  return carryOvers.slice(first + 1);
}

/** A note stays as it is, its link too, while what it says is the same. */
function carryOverOf(fileAction: FileAction, known: readonly CarryOver[], planning: Planning): CarryOver {
  const { action, file, done } = fileAction;
  const carryOver = {
    path: file.path,
    date: file.meeting.date,
    text: cutText(action.text, MAX_TEXT),
    owners: [...action.owners],
    done,
  };
  const same = known.find(({ note: _, ...rest }) => JSON.stringify(rest) === JSON.stringify(carryOver));
  return same ?? { ...carryOver, note: renderCarryOver(fileAction, planning.base) };
}
