import type { Message } from "../../messages/message.ts";
import { fileProblem } from "../../messages/reasons/file-problems.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { runWatched } from "../../pipeline/workers/watched.ts";
import { type Budget, WorkError } from "../../pipeline/workers/work-error.ts";

/** What was read in minutes, or why they could not be read. */
export type ReadWithin =
  | { readonly meeting: Meeting; readonly problem: null }
  | { readonly meeting: null; readonly problem: Message };

/** Reads one file of minutes within its budget. */
export function readWithin(budget: Budget, read: () => Meeting): ReadWithin {
  try {
    return { meeting: runWatched(read, budget), problem: null };
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    return {
      meeting: null,
      problem: fileProblem("file-too-costly", { version: "The file", failure: error.message }),
    };
  }
}
