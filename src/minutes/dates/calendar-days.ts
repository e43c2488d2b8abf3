import { MONTH, MONTH_NUMBERS, WEEKDAY_STEMS } from "../../language/calendar.ts";

/**
 * Days as people write them:
 *
 * | habit | example |
 * | --- | --- |
 * | year first | `2021-03-02`, `2021.03.02`, `2021/3/2`, `20210302`, `2021年3月2日` |
 * | the month's name | `2 March 2021`, `2nd of March`, `March 2nd, 2021`, `Mar. 2`, `2-Mar-2021` |
 * | numbers | `03/02/2021` (month first, unless it cannot be or the weekday says otherwise), `2.3.2021`, `2-3-2021`
 *   (day first) |
 * | a year in two digits | `3/2/21`; `21/03/02` where it can only be the year that is in front |
 *
 * each with a weekday before it if there is one. Pure arithmetic: no clock, no zone.
 */
export interface DayMention {
  readonly offset: number;
  readonly end: number;
  /** null: not written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** 0: Sunday. null: not written. */
  readonly weekday: number | null;
}

/** There is no GitHub, and so no minutes on it, before this year: what is written `05` is no year. */
export const FIRST_YEAR = 2008;
const WEEKDAY_BEFORE = new RegExp(
  `(?<!\\p{L})(${WEEKDAY_STEMS.join("|")})(?:s|nes|rs|r|ur|urs)?(?:day)?\\.?,?(?: the)? {0,2}[(*_]{0,3}$`,
  "iu",
);

const BEFORE = "(?<![\\p{L}\\d.])";
const BEHIND = "(?![\\d])(?![-./]\\d)";
/** One for each way to write a day, those first that win where two begin together. */
const DAYS = [
  ...["-", "\\.", "\\/", "_"].map(
    (sign) => `(?<year>(?:19|20)\\d{2})${sign}(?<month>\\d{1,2})${sign}(?<day>\\d{1,2})`,
  ),
  "(?<year>20\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])",
  "(?<year>(?:19|20)\\d{2}) ?[年년] ?(?<month>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2})(?= ?[日일])",
  ...["-", "\\.", "\\/"].map(
    // Not in `2021-03-02-10`.
    (sign) =>
      `(?<!\\d[-./])(?<first>\\d{1,2})(?<sign>${sign})(?<second>\\d{1,2})${sign}(?<year>(?:19|20)\\d{2}|\\d{2})`,
  ),
  `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of | ?-? ?)(?<name>${MONTH})(?!\\p{L})\\.?` +
    "(?:[, -]{0,2}(?<year>(?:19|20)\\d{2})(?!\\d))?",
  `(?<verb>${MONTH})(?!\\p{L})\\.?[ -](?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])` +
    "(?:[, -]{1,3}(?<year>(?:19|20)\\d{2})(?!\\d))?",
].map((day) => new RegExp(`${BEFORE}${day}${BEHIND}`, "giu"));

/** What is written as a day, from left to right, none of it twice. */
function* writtenDays(text: string): Generator<RegExpExecArray> {
  const next = DAYS.map((pattern) => firstFrom(text, pattern, 0));
  for (;;) {
    const first = next.reduce(
      (one, other) => (other !== null && (one === null || other.index < one.index) ? other : one),
      null,
    );
    if (first === null) return;
    yield first;
    const end = first.index + first[0].length;
    for (const [at, pattern] of DAYS.entries()) {
      const match = next[at];
      if (match !== null && match !== undefined && match.index < end)
        next[at] = firstFrom(text, pattern, end);
    }
  }
}

function firstFrom(text: string, pattern: RegExp, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Cheap to look for, and in every text that names a day. */
const STEM = [...new Set([...MONTH_NUMBERS.keys()].map((name) => name.slice(0, 3)))].join("|");
const CANDIDATE = new RegExp(`\\d[-./_년年]|20\\d{6}|\\d.{0,7}(?:${STEM})|(?:${STEM})\\D{0,14}\\d`, "i");
const LONGEST_WEEKDAY = 20;

type Groups = Readonly<Record<string, string | undefined>>;

function monthAndDay(groups: Groups, isDayFirst: (month: number, day: number) => boolean): [number, number] {
  const name = groups.name ?? groups.verb;
  if (name !== undefined) return [MONTH_NUMBERS.get(name.toLowerCase()) ?? 0, Number(groups.day)];
  if (groups.first === undefined) return [Number(groups.month), Number(groups.day)];
  const [first, second] = [Number(groups.first), Number(groups.second)];
  if (isYearFirst(groups)) return [second, Number(groups.year)];
  if (first > 12 || (groups.sign !== "/" && second <= 12)) return [second, first];
  return second <= 12 && isDayFirst(first, second) ? [second, first] : [first, second];
}

/** `26/03/05`: as a year, what is behind would be too early, and what is in front would not. */
const isYearFirst = ({ first, year }: Groups): boolean =>
  year?.length === 2 &&
  2000 + Number(year) < FIRST_YEAR &&
  2000 + Number(first) >= FIRST_YEAR &&
  Number(first) > 12;

function yearOf(groups: Groups): number | null {
  const { year, first } = groups;
  if (year === undefined) return null;
  if (isYearFirst(groups)) return 2000 + Number(first);
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** The number of a month's name in any language that is known; undefined: it is none. */
export const monthNumber = (name: string): number | undefined => MONTH_NUMBERS.get(name.toLowerCase());

/** Whether there is such a day. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:(?:19|20)\d{2}|\d{2})(?![\d/])/g;

/** Whether days in a text can only have been written with the day first: `18/03/2026`, and none `03/18/2026`. */
export function writesDayFirst(text: string): boolean {
  const days = [...text.matchAll(SLASHED)].map(
    ([, first, second]) => [Number(first), Number(second)] as const,
  );
  const isDayFirst = days.some(([first = 0, second = 0]) => first > 12 && first <= 31 && second <= 12);
  return isDayFirst && !days.some(([, second = 0]) => second > 12);
}

/**
 * Finds every day that a text names.
 *
 * @param isDayFirst Whether `03/02/2021` is in February, where nothing else tells.
 */
export function findDays(text: string, isDayFirst = false): DayMention[] {
  if (!CANDIDATE.test(text)) return [];
  const days: DayMention[] = [];
  for (const match of writtenDays(text)) {
    const groups = match.groups ?? {};
    const year = yearOf(groups);
    const before = text.slice(Math.max(0, match.index - LONGEST_WEEKDAY), match.index);
    const name = WEEKDAY_BEFORE.exec(before)?.[1]?.toLowerCase();
    const weekday = name === undefined ? null : WEEKDAY_STEMS.indexOf(name);
    const [month, day] = monthAndDay(groups, (first, second) => {
      if (year === null || weekday === null) return isDayFirst;
      return weekdayOf(year, first, second) !== weekday && weekdayOf(year, second, first) === weekday;
    });
    // "may 2" is a verb as often as a month.
    const isVerb = groups.verb === "may" || groups.verb === "march" || groups.verb === "mar";
    const isTooEarly = groups.year?.length === 2 && (year ?? FIRST_YEAR) < FIRST_YEAR;
    if (isVerb || isTooEarly || !isDay(year ?? 2000, month, day)) continue;
    days.push({ offset: match.index, end: match.index + match[0].length, year, month, day, weekday });
  }
  return days;
}

/** How many days a month has. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0: Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** `2021-03-02`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
