import type { Message } from "../messages/message.ts";
import { fileProblem } from "../messages/reasons/file-problems.ts";
import type { ReadingContext } from "../config/reading-options.ts";
import type { Config } from "../config/config.ts";
import type { FileName, FileReading, Range } from "../github/port.ts";
import type { Meeting } from "../minutes/meeting.ts";
import type { MinutesMove } from "./find-minutes.ts";
import type { Packed } from "./workers/packed.ts";
import type { PackedChange } from "./workers/tasks.ts";
import { WorkError } from "./workers/work-error.ts";
import type { Workers } from "./workers/workers.ts";

export interface Reading {
  readonly config: Config;
  readonly range: Range;
  readonly moves: readonly MinutesMove[];
  readonly context: ReadingContext;
}

/** The files to read: minutes as they are and as they were. */
export function filesToRead(moves: readonly MinutesMove[], range: Range): readonly FileName[] {
  return moves.flatMap(({ now, before, isPassing = false }): FileName[] => [
    ...(now === null ? [] : [{ path: now, commit: range.commit }]),
    ...(before === null || range.before === null || isPassing
      ? []
      : [{ path: before, commit: range.before }]),
  ]);
}

/** After so many files that were over their budget the rest is not tried: others wait for the same workers. */
const MAX_FAILURES = 10;

/** What became of one file at one commit. */
interface Read {
  readonly meeting: Packed<Meeting> | null;
  readonly problem: Message | null;
}

/**
 * Reads minutes as they are and as they were, one after the other. A file that cannot be read within its budget, now or
 * as it was, is a problem of that file, and the rest continues.
 */
export async function readMinutesChanges(
  workers: Workers,
  readings: readonly FileReading[],
  { config, range, moves, context }: Reading,
  signal?: AbortSignal,
): Promise<readonly PackedChange[]> {
  const find = (path: string | null, commit: string | null): FileReading | undefined =>
    readings.find((file) => file.path === path && file.commit === commit);
  let failures = 0;
  const read = async (file: FileReading | undefined, version: string): Promise<Read> => {
    if (file === undefined || file.text === null) return { meeting: null, problem: null };
    const { path, text } = file;
    if (failures >= MAX_FAILURES)
      return { meeting: null, problem: fileProblem("file-not-tried", { count: MAX_FAILURES }) };
    try {
      return {
        meeting: await workers.run("readMinutes", { path, text, config, context }, signal),
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof WorkError)) throw error;
      failures += 1;
      const problem = fileProblem("file-too-costly", { version, failure: error.message });
      return { meeting: null, problem };
    }
  };
  const changes: PackedChange[] = [];
  for (const { now, before, pathBetween = null } of moves) {
    const current = find(now, range.commit);
    const is = await read(current, "The file");
    const isRenamed = now !== null && before !== null && now !== before;
    // What is not known to have been cannot be distinguished from what is new.
    const was =
      is.problem === null || isRenamed
        ? await read(find(before, range.before), "The previous version of the file")
        : NOTHING;
    const problem = current?.problem ?? is.problem ?? was.problem;
    changes.push({
      path: now ?? before ?? "",
      previousPath: isRenamed ? before : pathBetween,
      meeting: was.problem === null ? is.meeting : null,
      // What is posted for a file follows its name, whether or not the file can be read.
      previous: problem === null || isRenamed ? was.meeting : null,
      ...(before === null && range.before !== null ? { isNew: true } : {}),
      problem,
    });
  }
  return changes;
}

const NOTHING: Read = { meeting: null, problem: null };
