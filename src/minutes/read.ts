import type { Meeting } from "./meeting.ts";
import type { ReadingOptions } from "./options.ts";

/** Reads one file of minutes. Never throws: whatever is odd becomes a warning. */
export function readMinutes(_path: string, _source: string, _options: ReadingOptions): Meeting {
  throw new Error("not written yet");
}
