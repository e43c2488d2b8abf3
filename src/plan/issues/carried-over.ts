import { escapedLength, type CarriedOver } from "../marker.ts";
import { cutText } from "../../language/text/cut.ts";
import { pathsOf, type Planning } from "../planning.ts";
import type { IssueRecord } from "./records.ts";
import { renderCarriedOver } from "./render-issue.ts";
import type { FileAction } from "./file-actions.ts";

/** An action that is carried over for longer has an issue that everybody knows. */
const MAX_ENTRIES = 30;

const MAX_TEXT = 300;

/** UTF-16 units that all of them may take in an issue's body, in its marker and below its text. */
const MAX_LENGTH = 24_000;

/** What other minutes than its own say about an action, in the order of their dates; the latest of them. */
export function carriedOverIn(record: IssueRecord, planning: Planning): readonly CarriedOver[] {
  const planned = new Set(planning.files.filter(({ problem }) => problem === null).flatMap(pathsOf));
  const known = record.marker?.also ?? [];
  const untouched = known.filter(({ path }) => !planned.has(path) && path !== record.homePath);
  const fromFiles = record.others.map((one) => entryOf(one, known, planning));
  const sorted = [...untouched, ...fromFiles].toSorted(
    (one, other) => (one.date ?? "").localeCompare(other.date ?? "") || one.path.localeCompare(other.path),
  );
  return latest(sorted.slice(-MAX_ENTRIES));
}

/** The last of them that fit. */
function latest(entries: readonly CarriedOver[]): readonly CarriedOver[] {
  let left = MAX_LENGTH;
  const first = entries.findLastIndex((entry) => {
    left -= escapedLength(entry) + entry.note.length;
    return left < 0;
  });
  return entries.slice(first + 1);
}

/** A note stays as it is, its link too, while what it says is the same. */
function entryOf(fileAction: FileAction, known: readonly CarriedOver[], planning: Planning): CarriedOver {
  const { action, file, done } = fileAction;
  const entry = {
    path: file.path,
    date: file.meeting.date,
    text: cutText(action.text, MAX_TEXT),
    owners: [...action.owners],
    done,
  };
  const same = known.find(({ note: _, ...rest }) => JSON.stringify(rest) === JSON.stringify(entry));
  return same ?? { ...entry, note: renderCarriedOver(fileAction, planning.base) };
}
