import type { Message } from "../../../messages/message.ts";
import type { Meeting } from "../../../minutes/meeting.ts";
import type { Colors } from "../../io.ts";

/** A way to print what was read. What it returns is printed at once, so that a long run shows something. */
export interface Format {
  /** What was read in a file; its `path` is the name that the user gave. */
  readonly meeting: (meeting: Meeting) => string;
  /** Why a file could not be read; this is told on standard error as well. */
  readonly problem: (path: string, problem: Message) => string;
  /** What comes after the last file. */
  readonly end: () => string;
}

export type CreateFormat = (colors: Colors) => Format;

/** A format in which each file is told on its own. */
export function eachOnItsOwn(
  meeting: (meeting: Meeting, colors: Colors) => string,
  problem: (path: string, problem: Message) => string,
): CreateFormat {
  return (colors) => ({ meeting: (read) => meeting(read, colors), problem, end: () => "" });
}
