import { WEEKDAY, WEEKDAY_STEMS } from "../../language/calendar.ts";

/**
 * Days that prose names without a full date, counted from another day. All arithmetic is on days since 1970: no clock
 * and no time zone takes part.
 *
 * | habit | example (from Wednesday 2024-05-15) | day |
 * | --- | --- | --- |
 * | the day itself | `today`, `tonight`, `by EOD` | 2024-05-15 |
 * | the days after | `tomorrow`, `day after tomorrow` | 2024-05-16, 2024-05-17 |
 * | a weekday: the next one | `by Friday`, `on Wed` | 2024-05-17, 2024-05-22 |
 * | a weekday of next week | `next Friday` | 2024-05-24 |
 * | a day of the month | `by the 24th`, `Fri the 24th` | 2024-05-24 |
 * | month and day in figures | `by 6/1`, `due 24/5` | 2024-06-01, 2024-05-24 |
 * | a span | `in 3 days`, `a week from today`, `next week, same time` | 2024-05-18, 2024-05-22 |
 */
export interface RelativeDay {
  readonly start: number;
  readonly end: number;
  readonly day: Day;
}

/** Days since 1970. */
export type Day = number;

const DAY_MS = 86_400_000;

/** A day of the calendar; null: there is none such. */
export function toDay(year: number, month: number, day: number): Day | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / DAY_MS : null;
}

/** `2024-05-15` as a day. */
export const parseDay = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** A day as `2024-05-15`. */
export const formatDay = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0: Sunday. */
const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

const NUMBERS = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const PREPOSITION = "\\b(?:by|due|before|until|till|on|deadline:?|eta:?|for) (?:the )?";

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray, from: Day) => Day | null;
}

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${PREPOSITION}(\\d{1,2})/(\\d{1,2})(?![\\d/])`, "gi"),
    read: (match, from) => inFigures(Number(match[1]), Number(match[2]), from),
  },
  {
    pattern: new RegExp(`(?:${PREPOSITION}|\\b(${WEEKDAY}),? (?:the )?)(\\d{1,2})(?:st|nd|rd|th)\\b`, "gi"),
    read: (match, from) => dayOfMonth(Number(match[2]), from),
  },
  {
    pattern:
      /\b(?:today|tonight|eod|cob|(?:the )?end of (?:the )?day)\b(?!,? (?:mon|tue|wed|thu|fri|sat|sun|tomorrow))/gi,
    read: (_, from) => from,
  },
  { pattern: /\bday after tomorrow\b/gi, read: (_, from) => from + 2 },
  { pattern: /\btomorrow\b/gi, read: (_, from) => from + 1 },
  {
    pattern: new RegExp(`\\b(next )?(${WEEKDAY})\\b(?!-)`, "gi"),
    read: (match, from) =>
      isWeekday(match[0]) ? nextWeekday(match[2] ?? "", from, match[1] !== undefined) : null,
  },
  {
    pattern:
      /\bin (\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (day|week)s?(?: time)?\b/gi,
    read: span,
  },
  { pattern: /\b(\d{1,2}|a|one|two|three|four) (day|week)s? from (?:now|today)\b/gi, read: span },
  {
    pattern: /\bnext week,? (?:at )?(?:this|the|same)(?: same)? time\b|\bsame time next week\b/gi,
    read: (_, from) => from + 7,
  },
];

/** A weekday's short form is one only in capitals: "sat", "sun" and "wed" are words too. */
function isWeekday(text: string): boolean {
  return /day$/i.test(text) || /(?:^|\s)\p{Lu}/u.test(text);
}

const RANGE_DAYS = 240;
const PAST_DAYS = 120;

/** A day of the year: the next one, unless it has just gone by. */
export function ahead(month: number, day: number, from: Day): Day | null {
  const year = new Date(from * DAY_MS).getUTCFullYear();
  const here = toDay(year, month, day);
  if (here !== null && here >= from - PAST_DAYS) return here;
  const there = toDay(year + 1, month, day);
  return there !== null && there <= from + RANGE_DAYS ? there : null;
}

/** Month first, unless it cannot be one. */
function inFigures(first: number, second: number, from: Day): Day | null {
  return first > 12 ? ahead(second, first, from) : ahead(first, second, from);
}

function dayOfMonth(day: number, from: Day): Day | null {
  const date = new Date(from * DAY_MS);
  const here = toDay(date.getUTCFullYear(), date.getUTCMonth() + 1, day);
  if (here !== null && here >= from) return here;
  const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
  return toDay(next.getUTCFullYear(), next.getUTCMonth() + 1, day);
}

function nextWeekday(name: string, from: Day, isOfNextWeek: boolean): Day {
  const wanted = WEEKDAY_STEMS.indexOf(name.slice(0, 3).toLowerCase());
  if (!isOfNextWeek) return from + ((wanted - weekdayOf(from) + 7) % 7 || 7);
  // Weeks begin on Monday.
  const toMonday = (8 - weekdayOf(from)) % 7 || 7;
  return from + toMonday + ((wanted + 6) % 7);
}

function span(match: RegExpMatchArray, from: Day): Day | null {
  const word = (match[1] ?? "").toLowerCase().replace(/^(?:an|one)$/, "a");
  const count = /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  return count > 0 ? from + count * (match[2]?.toLowerCase() === "week" ? 7 : 1) : null;
}

/** Finds the days that a text names relative to another, in no order; where two overlap, both. */
export function findRelativeDays(text: string, from: Day): RelativeDay[] {
  return FORMS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const day = read(match, from);
      return day === null ? [] : [{ start: match.index, end: match.index + match[0].length, day }];
    }),
  );
}
