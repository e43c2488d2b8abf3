import type { Reference } from "../../minutes/meeting.ts";
import type { Planning, ReadFile } from "../planning.ts";
import { type FoundThread, findThread } from "./threads.ts";

/** All mentions of one issue in a file, under whatever names. */
export interface MentionedIssue {
  /** `owner/repo#number` as GitHub calls it now, or as the minutes do where GitHub was no help. */
  readonly target: string;
  readonly found: FoundThread;
  /** Those without doubt, or else all. */
  readonly references: readonly [Reference, ...Reference[]];
  /** No mention is without doubt. */
  readonly isDoubtful: boolean;
}

/** The issues that a file mentions, in the order of their first mention. */
export function mentionedIssues(file: ReadFile, planning: Planning): readonly MentionedIssue[] {
  const groups = new Map<
    string,
    { target: string; found: FoundThread; references: [Reference, ...Reference[]] }
  >();
  for (const reference of file.meeting.references) {
    const found = findThread(reference.repository, reference.number, planning);
    const target = found.thread === null ? reference.target : `${found.state.name}#${found.thread.number}`;
    const group = groups.get(target.toLowerCase());
    if (group === undefined) groups.set(target.toLowerCase(), { target, found, references: [reference] });
    else group.references.push(reference);
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.references.filter(({ doubt }) => doubt === null);
    return first === undefined
      ? { ...group, isDoubtful: true }
      : { ...group, references: [first, ...others], isDoubtful: false };
  });
}
