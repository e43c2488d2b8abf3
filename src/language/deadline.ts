import { FULL_MONTH, FULL_WEEKDAY, MONTH_STEMS } from "./calendar.ts";
import { allPatterns } from "./languages.ts";
import { trimEnd } from "./text/trim.ts";

const LEADS = `(?:${allPatterns(({ tasks }) => tasks?.deadlineLeads)})`;
const MONTH = `(?:${FULL_MONTH}|(?:${MONTH_STEMS})\\.?)`;
const NUMBER = "\\d{1,2}(?:st|nd|rd|th)?";
const DAY = [
  allPatterns(({ tasks }) => tasks?.days),
  FULL_WEEKDAY,
  `${MONTH} ${NUMBER}(?:,? \\d{4})?`,
  `${NUMBER} (?:of )?${MONTH}(?:,? \\d{4})?`,
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}[./]\\d{1,2}\\.?(?:[./]?\\d{2,4})?",
  FULL_MONTH,
].join("|");

/** By when something is to be done, at the end of a text: `by Friday`, `(due 2024-06-01)`. */
const DEADLINE = new RegExp(`(?<![\\p{L}\\d])${LEADS} (?:the |this |next )?(?:${DAY})[)\\].!]{0,2}$`, "iu");

/**
 * A text without the day at its end by which something is to be done. What else a day is for stays: `book the room
 * for Monday`.
 */
export function withoutDeadline(text: string): string {
  const found = DEADLINE.exec(text);
  return found === null ? text : trimEnd(text.slice(0, found.index), /[\s,;:([–-]/);
}
