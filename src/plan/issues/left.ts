import { pathsOf, type Planning } from "../planning.ts";
import { markedText } from "./marked-text.ts";
import type { IssueRecord } from "./records.ts";
import { wordsOfRecord } from "./words.ts";

/** Of which records the own file is among these and no longer has the action in the same words. */
export function hasLeft(files: Planning["files"]): (record: IssueRecord) => boolean {
  const texts = new Map<string, ReadonlySet<string>>();
  for (const file of files.filter(({ problem }) => problem === null)) {
    const said = new Set((file.meeting?.actions ?? []).map((action) => markedText(action)));
    for (const path of pathsOf(file)) texts.set(path, said);
  }
  return (record) => texts.get(record.homePath)?.has(wordsOfRecord(record).text) === false;
}
