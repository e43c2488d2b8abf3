import type { Meeting, Reference } from "../../minutes/meeting.ts";

const known = new WeakMap<Meeting, readonly Reference[]>();

/** The references of a meeting of which nobody doubts what they mean. The same list for the same meeting. */
export function certainReferences(meeting: Meeting): readonly Reference[] {
  const references = known.get(meeting) ?? meeting.references.filter(({ doubt }) => doubt === null);
  known.set(meeting, references);
  return references;
}
