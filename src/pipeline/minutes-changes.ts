import { isMinutes } from "../config/is-minutes.ts";
import { readingOptions, type ReadingContext } from "../config/reading-options.ts";
import type { Config } from "../config/config.ts";
import type { FileChange, FileName, FileReading, Range } from "../github/port.ts";
import type { Meeting } from "../minutes/meeting.ts";
import { readMinutes } from "../minutes/read.ts";
import type { MinutesChange } from "../plan/input.ts";

/** A change of minutes: where they stand now and where they stood, null where they were no minutes. */
export interface MinutesMove {
  readonly now: string | null;
  readonly before: string | null;
}

/** Which of the changed files are minutes, or were. A file that is renamed to something else is removed minutes. */
export function findMinutes(config: Config, files: readonly FileChange[]): readonly MinutesMove[] {
  return files.flatMap(({ path, previousPath, status }) => {
    const is = isMinutes(config, path);
    const old = status === "renamed" ? previousPath : status === "added" ? null : path;
    const now = is && status !== "removed" ? path : null;
    const before = old !== null && isMinutes(config, old) ? old : null;
    return now === null && before === null ? [] : [{ now, before }];
  });
}

export interface Reading {
  readonly config: Config;
  readonly range: Range;
  readonly moves: readonly MinutesMove[];
  readonly context: ReadingContext;
}

/** The files to read: minutes as they are and as they were. */
export function filesToRead(moves: readonly MinutesMove[], range: Range): readonly FileName[] {
  return moves.flatMap(({ now, before }): FileName[] => [
    ...(now === null ? [] : [{ path: now, commit: range.head }]),
    ...(before === null || range.before === null ? [] : [{ path: before, commit: range.before }]),
  ]);
}

/** Reads minutes as they are and as they were. */
export function readMinutesChanges(
  readings: readonly FileReading[],
  { config, range, moves, context }: Reading,
): readonly MinutesChange[] {
  const find = (path: string | null, commit: string | null): FileReading | undefined =>
    readings.find((file) => file.path === path && file.commit === commit);
  const read = (file: FileReading | undefined): Meeting | null =>
    file === undefined || file.text === null
      ? null
      : readMinutes(file.path, file.text, readingOptions(config, file.path, context));
  return moves.map(({ now, before }) => {
    const current = find(now, range.head);
    return {
      path: now ?? before ?? "",
      previousPath: now !== null && before !== null && now !== before ? before : null,
      meeting: read(current),
      previous: read(find(before, range.before)),
      problem: current?.problem ?? null,
    };
  });
}
