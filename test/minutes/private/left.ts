import type { ReadingOptions } from "../../../src/minutes/options.ts";
import { readText } from "../read-text.ts";

/** What is in private parts in these tests, and nowhere else. */
export const SECRET = "kumquat";

interface Left {
  /** The lines that are not private. */
  readonly lines: string;
  /** All that was read, as JSON. */
  readonly read: string;
}

/** What is left of minutes when their private parts are taken away. */
export function leftOf(source: string, path?: string, options: Partial<ReadingOptions> = {}): Left {
  const { privateParts, ...meeting } = readText(source, options, path);
  const isPrivate = (line: number): boolean =>
    privateParts.some((part) => part.line <= line && line <= part.endLine);
  const lines = source.split("\n").filter((_line, index) => !isPrivate(index + 1));
  return { lines: lines.join("\n"), read: JSON.stringify(meeting) };
}

/** Whether the secret is in nothing that was read and on no line that may be quoted. */
export const keeps = ({ lines, read }: Left): boolean => !`${lines}${read}`.includes(SECRET);
