import type { IsoDate } from "../meeting.ts";

/**
 * Days that prose gives, counted from the meeting's day. All arithmetic is on days since 1970: no clock and no time zone
 * takes part.
 *
 * | habit | example (meeting on Wednesday 2024-05-15) | day |
 * | --- | --- | --- |
 * | a date | `by 2024-06-01`, `by June 1st`, `1 June`, `by 6/1` | 2024-06-01 |
 * | the meeting's day | `today`, `tonight`, `by EOD` | 2024-05-15 |
 * | the day after | `tomorrow` | 2024-05-16 |
 * | a weekday: the next one | `by Friday`, `on Wed` | 2024-05-17, 2024-05-22 |
 * | a weekday of next week | `next Friday` | 2024-05-24 |
 * | a day of the month | `by the 24th`, `Fri the 24th` | 2024-05-24 |
 * | a span | `in 3 days`, `a week from today`, `next week, same time` | 2024-05-18, 2024-05-22 |
 * | one of two | `tomorrow or Friday` | 2024-05-17 |
 *
 * A week, a month or a quarter is no day (`next week`, `in June`), nor is what lies behind (`since Monday`, `last Friday`)
 * or comes again (`every Friday`).
 */
type Day = number;

const DAY_MS = 86_400_000;
const toDay = (year: number, month: number, day: number): Day | null => {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / DAY_MS : null;
};
const parseDay = (date: IsoDate): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const formatDay = (day: Day): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** 0: Sunday. */
const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const NUMBERS = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const WEEKDAY = "(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?";
const ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)?";
const DUE = "\\b(?:by|due|before|until|till|on|deadline:?|eta:?|for) (?:the )?";

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray, today: Day) => Day | null;
}

const FORMS: readonly Form[] = [
  {
    pattern: /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/g,
    read: (m) => toDay(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (?:the )?${ORDINAL}\\b(?!:)(?:,? (\\d{4})\\b)?`, "gi"),
    read: (m, today) => ahead(monthOf(m[1]), Number(m[2]), m[3], today),
  },
  {
    pattern: new RegExp(`\\b${ORDINAL}(?: of)? ${MONTH}(?![a-z])(?:,? (\\d{4})\\b)?`, "gi"),
    read: (m, today) => ahead(monthOf(m[2]), Number(m[1]), m[3], today),
  },
  {
    pattern: new RegExp(`${DUE}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?\\b`, "gi"),
    read: (m, today) => slashed(Number(m[1]), Number(m[2]), m[3], today),
  },
  {
    pattern: new RegExp(
      `(?:${DUE}|\\b${WEEKDAY},? (?:the )?)(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:${MONTHS.join("|")}))`,
      "gi",
    ),
    read: (m, today) => dayOfMonth(Number(m[2]), today),
  },
  {
    pattern:
      /\b(?:today|tonight|eod|cob|(?:the )?end of (?:the )?day)\b(?!,? (?:mon|tue|wed|thu|fri|sat|sun|tomorrow))/gi,
    read: (_, today) => today,
  },
  { pattern: /\bday after tomorrow\b/gi, read: (_, today) => today + 2 },
  { pattern: /\btomorrow\b/gi, read: (_, today) => today + 1 },
  {
    pattern: new RegExp(`\\b(next )?${WEEKDAY}\\b(?!-)`, "gi"),
    read: (m, today) => (isWeekday(m[0]) ? nextWeekday(m[2] ?? "", today, m[1] !== undefined) : null),
  },
  {
    pattern:
      /\bin (\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (day|week)s?(?: time)?\b/gi,
    read: span,
  },
  { pattern: /\b(\d{1,2}|a|one|two|three|four) (day|week)s? from (?:now|today)\b/gi, read: span },
  {
    pattern: /\bnext week,? (?:at )?(?:this|the|same)(?: same)? time\b|\bsame time next week\b/gi,
    read: (_, today) => today + 7,
  },
];

/** Words that may stand in a day; most actions have none of them. */
const HINT =
  /\d[-/]\d|\d(?:st|nd|rd|th)\b|day|tonight|tomorrow|\beod\b|\bcob\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:mon|tue|wed|thu|fri|sat|sun)|week/i;
const BEHIND =
  /\b(?:last|past|previous|since|from|after|every|each|week of|as of|held|sent|on|for|of) (?:the |our |this )?$|\bevery .{0,12}$/i;
const PREPOSITION =
  /\b(?:by|due|before|until|till|no later than|deadline:?|eta:?)(?: the| this| end of)? ?(?:\w+ )?$/i;
/** Days on which it stands open that "on" and "for" mean the deadline. */
const PAST_ONLY =
  /\b(?:last|past|previous|since|from|after|every|each|week of|as of|held|sent) (?:the |our |this )?$|\bevery .{0,12}$/i;
/** "For 28 June" is what the work is for; "for Friday" is when. */
const FOR = /\bfor (?:the )?$/i;
const OF_MEETING = /^(?:'s)? (?:meeting|minutes|notes|call|agenda|discussion)s?\b/i;
const RANGE_DAYS = 240;
const PAST_DAYS = 120;

const monthOf = (name = ""): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();

/** A weekday's short form is one only in capitals: "sat", "sun" and "wed" are words too. */
function isWeekday(text: string): boolean {
  return /day$/i.test(text) || /(?:^|\s)\p{Lu}/u.test(text);
}

/** A date without a year: the next one, unless it has just gone by. */
function ahead(month: number, day: number, year: string | undefined, today: Day): Day | null {
  if (year !== undefined) return toDay(Number(year), month, day);
  const here = toDay(yearOf(today), month, day);
  const there = toDay(yearOf(today) + 1, month, day);
  if (here !== null && here >= today - PAST_DAYS) return here;
  return there !== null && there <= today + RANGE_DAYS ? there : null;
}

function slashed(first: number, second: number, year: string | undefined, today: Day): Day | null {
  const [month, day] = first > 12 ? [second, first] : [first, second];
  return ahead(month, day, year?.length === 2 ? `20${year}` : year, today);
}

function dayOfMonth(day: number, today: Day): Day | null {
  const date = new Date(today * DAY_MS);
  const here = toDay(date.getUTCFullYear(), date.getUTCMonth() + 1, day);
  if (here !== null && here >= today) return here;
  const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
  return toDay(next.getUTCFullYear(), next.getUTCMonth() + 1, day);
}

function nextWeekday(name: string, today: Day, isOfNextWeek: boolean): Day {
  const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
  const steps = (wanted - weekdayOf(today) + 7) % 7 || 7;
  if (!isOfNextWeek) return today + steps;
  // Weeks begin on Monday.
  const toMonday = (8 - weekdayOf(today)) % 7 || 7;
  return today + toMonday + ((wanted + 6) % 7);
}

function span(match: RegExpMatchArray, today: Day): Day | null {
  const word = (match[1] ?? "").toLowerCase().replace(/^(?:an|one)$/, "a");
  const count = /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  return count > 0 ? today + count * (match[2]?.toLowerCase() === "week" ? 7 : 1) : null;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly day: Day;
  readonly isDeadline: boolean;
}

function findDays(text: string, today: Day): Found[] {
  const found: Found[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - 24), start);
      if (PAST_ONLY.test(before) || (BEHIND.test(before) && OF_MEETING.test(text.slice(end)))) continue;
      if (FOR.test(before) && /\d/.test(match[0])) continue;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const day = read(match, today);
      if (day !== null)
        found.push({
          start,
          end,
          day,
          isDeadline: PREPOSITION.test(before) || new RegExp(`^${DUE}`, "i").test(match[0]),
        });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const OR = /^(?: or |\/| \/ | ?- ?| and |, (?:or )?)$/;

/**
 * The day by which something is to be done, if the words give one.
 *
 * @param text The action's words.
 * @param meeting The meeting's day; null: unknown, then only full dates count.
 */
export function readDue(text: string, meeting: IsoDate | null): IsoDate | null {
  if (!HINT.test(text)) return null;
  if (meeting === null) {
    const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
    return iso !== undefined && !Number.isNaN(Date.parse(iso)) ? iso : null;
  }
  const today = parseDay(meeting);
  const days = findDays(text, today).filter(({ day }) => day >= today);
  const first = days.find(({ isDeadline }) => isDeadline) ?? days[0];
  if (first === undefined) return null;
  let chosen = first;
  for (const next of days.slice(days.indexOf(first) + 1)) {
    if (!OR.test(text.slice(chosen.end, next.start))) break;
    if (next.day > chosen.day) chosen = next;
  }
  return formatDay(chosen.day);
}
