import type { Config } from "../config/config.ts";
import { isMinutes } from "../config/is-minutes.ts";
import type { FileChange } from "../github/port.ts";

/** A change of minutes: where they are now and where they were, null where they were no minutes. */
export interface MinutesMove {
  readonly now: string | null;
  readonly before: string | null;
  /** It was at `before` in between alone, not at the commit that was applied last. */
  readonly isPassing?: boolean;
  /** The path where it was in between alone, and what was posted for it went there with it. */
  readonly pathBetween?: string;
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
