import { FULL_WEEKDAY, MONTH as ANY_MONTH, WEEKDAY as ANY_WEEKDAY } from "../language/calendar.ts";

/** In place of a date: no text of people has it. */
const MARK = "\uE000";

const BEFORE = "(?<![\\p{L}\\p{N}])";
const BEHIND = "(?![\\p{L}\\p{N}])";
/** Between day, month and year, in titles and in names of files. */
const GAP = "(?:\\. |, |[ ,._-])";
const MONTH = `(?:${ANY_MONTH})\\.?`;
const DAY = "\\d{1,2}(?:st|nd|rd|th|(?=\\.))?";
const RANGE = `(?: ?(?:-|–|—|to|and|/) ?${DAY})?`;
const YEAR = "(?:19|20)\\d{2}";

/** A date as titles spell it. */
const DATES = [
  // With the hour behind it, as MeetBot names its logs, and `2026-03-10-13` for some days.
  `[.]?${BEFORE}\\d{4}[-/._]\\d{1,2}[-/._]\\d{1,3}(?:-\\d{1,2}(?:[.:]\\d{2})?)?${BEHIND}`,
  `${BEFORE}${YEAR}\\d{4}${BEHIND}`,
  `${BEFORE}${YEAR}${GAP}?${MONTH}${GAP}?${DAY}${BEHIND}`,
  `${BEFORE}${DAY}(?: ${MONTH})?${RANGE}${GAP}(?:of |de )?${MONTH}(?:${GAP}(?:de )?(?:\\d{4}|\\d{2}))?${BEHIND}`,
  `${BEFORE}${MONTH}${GAP}${DAY}${RANGE}(?:${GAP}\\d{4})?${BEHIND}`,
  `${BEFORE}${MONTH}${GAP}'?${YEAR}${BEHIND}`,
  `${BEFORE}${YEAR}(?: ?[-–—,/] ?| )${MONTH}${BEHIND}`,
  `${BEFORE}\\d{1,2}[/.-]\\d{1,2}[/.-](?:${YEAR}|\\d{2})${BEHIND}`,
].map((date) => new RegExp(date, "giu"));

/** The hour of a meeting, with zones behind it. */
const TIMES = [
  "(?:\\bat |@ ?)?\\b\\d{1,2}(?:[:.]\\d{2})? ?[AaPp]\\.?[Mm]\\b\\.?",
  "(?:\\bat |@ ?)?\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:h|Uhr)\\b)?",
  `(?<=${MARK} ?[-–—/(]? ?)\\(?(?:UTC|GMT|[A-Z]{1,4}T)\\b(?:[+-]\\d{1,2}(?::?\\d{2})?)?`,
].map((time) => new RegExp(time, "gu"));

const WEEKDAY = `(?:${FULL_WEEKDAY}|${ANY_WEEKDAY})\\.?`;
/** What has no sense without the date beside it. */
const BESIDE = [
  `(?:\\b(?:on|of|for|from|at|in|the week of|week of) )?(?:\\b${WEEKDAY},? (?:the )?)?${MARK}`,
  `${MARK},? ?\\(?\\b${WEEKDAY}\\b\\)?`,
].map((words) => new RegExp(words, "giu"));

/** A month, a year or a weekday that is left at the end: `Board call - December`. */
const AT_END = new RegExp(
  `(?:[-–—,:(] ?| (?:of|for|in) |${MARK} ?)(?:${MONTH}|${YEAR}|${WEEKDAY})\\)?$`,
  "iu",
);
const YEAR_AT_END = new RegExp(`(?<=\\p{L}\\)?) (?:${YEAR})$`, "u");
/** What is left of a list of days: `Meetings, 18`. */
const NUMBER_AT_END = /(?:,| [-–—]) ?\d{1,2}$/;

const LONGEST = 300;

/** A title without its dates and hours, in single spaces, and whether it had any. */
export function withoutDates(title: string): { readonly text: string; readonly isDated: boolean } {
  const whole = title.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  const marked = [...DATES, ...TIMES].reduce((text, date) => text.replaceAll(date, MARK), whole);
  const bare = BESIDE.reduce((text, words) => text.replaceAll(words, MARK), marked);
  const text = bare
    .replace(AT_END, "")
    .replaceAll(MARK, " ")
    .replace(/\s+/g, " ")
    .replace(/\( ?[-–—/,]? ?\)|\[ ?\]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(YEAR_AT_END, "")
    .replace(NUMBER_AT_END, "");
  return { text, isDated: marked.includes(MARK) };
}
