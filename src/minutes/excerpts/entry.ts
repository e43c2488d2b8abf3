import type { LineRange } from "../meeting.ts";

/** A line that begins with an issue: `#12 fix the lid`, `PR #12 - fix the lid`. */
const NUMBERED =
  /^\s{0,3}(?:(?:prs?|issues?|pull requests?) )?(?:[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?#\d{1,9}\b/i;

/** So many make a list. */
const FEWEST = 3;

/** So many lines of remarks below a number are its own. */
const MOST_REMARKS = 8;

/**
 * Where a line is one of a list without bullets, each line of which begins with another issue: the line, and the
 * remarks below it.
 *
 * @param lines - Of the page; line 1 is at index 0.
 * @param around - The passage that the line is in.
 * @returns null: it is no such list
 */
export function entryAt(lines: readonly string[], line: number, around: LineRange): LineRange | null {
  const isNumbered = (at: number): boolean => NUMBERED.test(lines[at - 1] ?? "");
  if (!isNumbered(line)) return null;
  let count = 0;
  for (let at = around.line; at <= around.endLine && count < FEWEST; at += 1) if (isNumbered(at)) count += 1;
  if (count < FEWEST) return null;
  let endLine = line;
  while (endLine < line + MOST_REMARKS && (lines[endLine] ?? "").trim() !== "" && !isNumbered(endLine + 1))
    endLine += 1;
  return { line, endLine };
}
