import { findDays } from "../dates/calendar-days.ts";
import type { IsoDate } from "../meeting.ts";
import {
  ahead,
  findRelativeDays,
  formatDay,
  parseDay,
  toDay,
  type Day,
  type RelativeDay,
} from "./relative-days.ts";

/**
 * By when something is to be done:
 *
 * | habit | example | day |
 * | --- | --- | --- |
 * | a date | `by 2024-06-01`, `before June 1st` | that day; without a year the next one |
 * | a day in words | `by Friday`, `today`, `in two weeks` | counted from the meeting's day |
 * | one of two | `tomorrow or Friday` | the later one |
 * | two days, one of them a deadline | `send what Friday brings by Monday` | the deadline |
 * | a week, a month, a quarter | `next week`, `in June` | none |
 * | what lies behind, or comes again | `since Monday`, `last Friday`, `every Friday` | none |
 * | what the work is about | `the release on the schedule for 28 June`, `the minutes of 3 May` | none |
 * | when something happens | `pave the way for the release (Feb 18)`, `book a room for the Feb 18 workshop` | none |
 */
const NO_DUE = new RegExp(
  "\\b(?:last|past|previous|since|from|after|every|each|week of|as of|held|sent) " +
    "(?:the |our |this )?$|\\bevery .{0,12}$",
  "i",
);
/** "The minutes of 3 May", "the recording (2024-05-03)": which of them it is. By the end of a day it is due. */
const WHICH = new RegExp(
  "(?<!\\b(?:end|close|start|beginning|middle) )\\b(?:of|dated) (?:the |our |this )?$|" +
    "\\b(?:minutes|notes|agendas?|recordings?|transcripts?|logs?),? ?\\(?$",
  "i",
);
const ARTIFACT = /^(?:'s)? (?:minutes|notes|agenda|recording|transcript|log)s?\b/i;
const BEFORE_MEETING = /\b(?:on|for|of) (?:the |our |this )?$/i;
const OF_MEETING = /^(?:'s)? (?:meeting|minutes|notes|call|agenda|discussion)s?\b/i;
/** What happens on a day: "the release (28 June)", "(28 June release)". */
const EVENT =
  "(?:release|meeting|workshop|conference|webinar|seminar|hackathon|summit|sprint|session|event|call|f2f|plenary|" +
  "tutorial|talk|party|course)s?";
const EVENT_BEFORE = new RegExp(`\\b${EVENT},? [([](?:on )?$`, "i");
const EVENT_BEHIND = new RegExp(`^(?:'s)? (?:\\p{L}+ )?${EVENT}\\b`, "iu");
/** "For 28 June" is what the work is for; "for Friday" is when. */
const FOR = /\bfor (?:the )?$/i;
const DEADLINE = /\b(?:by|due|before|until|till|no later than|deadline:?|eta:?)(?: the| this| end of)? ?$/i;
const IS_DEADLINE = /^(?:by|due|before|until|till|deadline:?|eta:?)\b/i;
const OR = /^(?: or |\/| \/ | ?- ?| and |, (?:or )?)$/;

/** What a day may contain; most actions have none of them. */
const HINT = new RegExp(
  "\\d[-/.]\\d|\\d(?:st|nd|rd|th)\\b|\\d\\.? ?\\p{L}{3}|\\p{L}{3}\\.? \\d|day|tonight|tomorrow|\\beod\\b|\\bcob\\b|" +
    "\\b(?:mon|tue|wed|thu|fri|sat|sun)|week",
  "iu",
);

function findWrittenDays(text: string, today: Day): RelativeDay[] {
  return findDays(text).flatMap(({ offset, end, year, month, day }) => {
    const found = year === null ? ahead(month, day, today) : toDay(year, month, day);
    return found === null ? [] : [{ start: offset, end, day: found }];
  });
}

/** Whether a day is when something is to be done, by the words around it. */
function isWhen(text: string, { start, end }: RelativeDay): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (NO_DUE.test(before)) return false;
  const isWritten = /\d/.test(text.slice(start, end));
  if (isWritten && !DEADLINE.test(before)) {
    const behind = text.slice(end, end + 40);
    if (WHICH.test(before) || ARTIFACT.test(behind)) return false;
    if (EVENT_BEFORE.test(before) || EVENT_BEHIND.test(behind)) return false;
  }
  if (BEFORE_MEETING.test(before) && OF_MEETING.test(text.slice(end, end + 20))) return false;
  return !(FOR.test(before) && isWritten);
}

const overlaps = (a: RelativeDay, b: RelativeDay): boolean => a.start < b.end && b.start < a.end;

/** The days by which something may be due, in the order of the text; a written date wins over words within it. */
function findDueDays(text: string, today: Day): RelativeDay[] {
  const kept: RelativeDay[] = [];
  for (const found of [...findWrittenDays(text, today), ...findRelativeDays(text, today)]) {
    if (!kept.some((other) => overlaps(other, found))) kept.push(found);
  }
  const due: RelativeDay[] = [];
  let before: RelativeDay | undefined;
  for (const found of kept.sort((a, b) => a.start - b.start)) {
    // "The calls scheduled for 18 and 25 May": what holds for one of two holds for the other.
    const isTied =
      before !== undefined &&
      before.day >= today &&
      !due.includes(before) &&
      OR.test(text.slice(before.end, found.start));
    if (found.day >= today && !isTied && isWhen(text, found)) due.push(found);
    before = found;
  }
  return due;
}

/**
 * The day by which something is to be done, if the words give one.
 *
 * @param text The action's words.
 * @param meeting The meeting's day; null: unknown, then only full dates count.
 */
export function readDue(text: string, meeting: IsoDate | null): IsoDate | null {
  if (!HINT.test(text)) return null;
  if (meeting === null) {
    const full = findDays(text).find(({ year }) => year !== null);
    const day = full === undefined ? null : toDay(full.year ?? 0, full.month, full.day);
    return day === null ? null : formatDay(day);
  }
  const days = findDueDays(text, parseDay(meeting));
  const isDeadline = ({ start, end }: RelativeDay): boolean =>
    IS_DEADLINE.test(text.slice(start, end)) || DEADLINE.test(text.slice(Math.max(0, start - 24), start));
  let chosen = days.find(isDeadline) ?? days[0];
  if (chosen === undefined) return null;
  for (const next of days.slice(days.indexOf(chosen) + 1)) {
    if (!OR.test(text.slice(chosen.end, next.start))) break;
    if (next.day > chosen.day) chosen = next;
  }
  return formatDay(chosen.day);
}
