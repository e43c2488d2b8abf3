import type { Meeting, Reference } from "../../minutes/meeting.ts";
import { certainReferences } from "../targets/certain-references.ts";

interface Lines {
  readonly actions: ReadonlySet<number>;
  readonly references: ReadonlyMap<number, readonly Reference[]>;
  /** Everybody who was there or has an action, as written. */
  readonly people: readonly string[];
}

const known = new WeakMap<Meeting, Lines>();

/** What is on which line of a meeting: gathered once, and asked for by each of its actions. */
export function byLine(meeting: Meeting): Lines {
  const lines = known.get(meeting) ?? {
    actions: new Set(meeting.actions.filter(({ implied }) => !implied).map(({ line }) => line)),
    people: [
      ...new Set([
        ...meeting.attendees.flatMap(({ name, login }) => [name, ...(login === null ? [] : [login])]),
        ...meeting.actions.flatMap(({ owners }) => owners),
      ]),
    ],
    references: Map.groupBy(certainReferences(meeting), ({ line }) => line),
  };
  known.set(meeting, lines);
  return lines;
}
