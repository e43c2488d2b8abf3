import type { IsoDate } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { trimStart } from "../../language/text/trim.ts";
import { type DayMention, findDays, isoDay, writesDayFirst } from "./calendar-days.ts";
import { dayOfPath } from "./path-day.ts";

/** The meeting's day and where the minutes give it. */
export interface MeetingDay {
  readonly date: IsoDate | null;
  /** What the text itself says, if it does, to compare. */
  readonly stated: { readonly date: IsoDate; readonly line: number } | null;
  /** What the front matter or the file's name gives. */
  readonly ofFile: IsoDate | null;
  /** Nothing but a heading below the title gives it. */
  readonly isOnlyInHeading: boolean;
}

/**
 * Where the day of the meeting is, first match wins:
 *
 * | habit | example |
 * | --- | --- |
 * | front matter | `date: 2021-03-02` |
 * | the file's name, or its folders (`path-day.ts`) | `2021-03-02-tea.md`, `2021/03-02.md`, `2021/march-2.md` |
 * | a label | `**Date:** Tuesday 2nd March 2021`, `When: 2 March 2021` |
 * | the title | `# Tea round, March 2nd, 2021` |
 * | a short line at the top, a heading | `Tuesday, 2 March 2021`, `Notes of 2 March 2021` |
 */
const KEYS = new Set([
  "date",
  "day",
  "when",
  "meeting-date",
  "meeting_date",
  "meetingdate",
  "meeting date",
  "start",
  "time",
]);
const LABEL =
  /^(?:meeting )?(?:date|day|when|held|time)(?: ?(?:\/|&|and) ?(?:time|date))?(?: of (?:the )?(?:meeting|call))?\b/i;
const hasLabel = ({ text }: Block): boolean => LABEL.test(trimStart(text, /\W/));
const OTHER_DAY =
  /\b(?:next|previous|last|upcoming|future|prior|deadline|due|calendar|created|updated|published|follow)\b/i;
/** What a line that gives some other day tells: of a release, of an event, of what somebody did. */
const OTHER_MATTER = new RegExp(
  "\\b(?:approv\\w*|adopt\\w*|releas\\w*|cfp|clos(?:es|ed|ing)|freeze|planned|plans?|schedul\\w*|born|" +
    "expir\\w*|until|till|since|before|after|starts?|ends?|submi\\w*|opens|opened|broke\\w*|launch\\w*|" +
    "ship\\w*|holidays?|vacation|away|leave|conference|birthday|eta|wip|milestone|version|was|were|will|" +
    "has|had)\\b",
  "i",
);
/** What a meeting is called, in a heading that has a day beside other words. */
const MEETING_WORDS = new RegExp(
  "meeting|call\\b|minutes|notes|sync|stand-?up|weekly|monthly|session|round|telecon|telco|gathering|" +
    "\\bwg\\b|\\btsc\\b|committee|council|board|date\\b|summary|agenda|log\\b|protokoll|sitzung|treffen|" +
    "réunion|compte|reuni[óã]|acta|\\bata\\b|vergadering|会|議",
  "i",
);
/** How many blocks are the top of the page. */
const TOP = 16;
/** How many characters besides the day a line at the top may have. */
const BESIDES = 60;

type YearGuess = number | null;

function toIso(day: DayMention | undefined, year: YearGuess): IsoDate | null {
  if (day === undefined) return null;
  const full = day.year ?? year;
  return full === null ? null : isoDay(full, day.month, day.day);
}

function fromFrontMatter(page: Page): IsoDate | null {
  for (const { key, values } of page.frontMatter.entries) {
    const date = KEYS.has(key) ? toIso(findDays(values[0] ?? "")[0], null) : null;
    if (date !== null) return date;
  }
  return null;
}

const yearIn = (text: string): YearGuess => {
  const match = /(?<!\d)(20\d{2}|199\d)(?!\d)/.exec(text);
  return match === null ? null : Number(match[1]);
};

interface Candidate {
  readonly block: Block;
  readonly day: DayMention;
}

function candidates(page: Page): Candidate[] {
  const first = page.blocks.find(({ kind }) => kind === "heading");
  const labels: Candidate[] = [];
  const titles: Candidate[] = [];
  const lines: Candidate[] = [];
  const isDayFirst = writesDayFirst(page.source);
  for (const [index, block] of page.blocks.entries()) {
    const [day] = block.kind === "row" ? [] : findDays(block.text, isDayFirst);
    if (day === undefined) continue;
    const rest = block.text.length - (day.end - day.offset);
    if (hasLabel(block) && day.offset < 60) labels.push({ block, day });
    else if (OTHER_DAY.test(block.text) || index > TOP * 4) continue;
    else if (block.kind === "heading" && block.depth === 1) titles.push({ block, day });
    else if (isOtherMatter(block, day, first)) continue;
    else if (rest < BESIDES && (index < TOP || block.kind === "heading")) lines.push({ block, day });
  }
  return [...labels, ...titles, ...lines];
}

/** Whether a line or a heading below the title is about something that has a day of its own. */
function isOtherMatter({ kind, text, ...block }: Block, day: DayMention, first: Block | undefined): boolean {
  const rest = `${text.slice(0, day.offset)} ${text.slice(day.end)}`;
  if (MEETING_WORDS.test(rest) && !/approv|adopt/i.test(rest)) return false;
  if (OTHER_MATTER.test(rest)) return true;
  // `## FOSDEM 2021-03-02` is an event.
  const isNamed = /\p{L}{2}/u.test(
    rest.replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)\w*|\b(?:am|pm|utc|of|on|the|at)\b/gi, ""),
  );
  return kind === "heading" && block.id !== first?.id && isNamed;
}

/** A year that the page gives somewhere at its top, for days written without one. */
function yearOfPage(page: Page): YearGuess {
  const fromFolders = yearIn(page.path);
  if (fromFolders !== null) return fromFolders;
  for (const block of page.blocks.slice(0, TOP)) {
    const year = yearIn(block.text);
    if (year !== null) return year;
  }
  return null;
}

/** The day in the time stamps of a chat's log. */
const loggedDay = (page: Page): IsoDate | null =>
  page.frontMatter.entries.find(({ key }) => key === "logged")?.values[0] ?? null;

/** Whether a day in figures is another with day and month the other way round. */
function isSwapped(day: DayMention | undefined, known: IsoDate): boolean {
  return (
    day !== undefined && day.year !== null && day.day <= 12 && isoDay(day.year, day.day, day.month) === known
  );
}

/** Finds the day of the meeting. */
export function findDate(page: Page): MeetingDay {
  const known = fromFrontMatter(page) ?? dayOfPath(page.path);
  const all = candidates(page);
  const year = known === null ? yearOfPage(page) : Number(known.slice(0, 4));
  const chosen = all.find(({ day }) => day.year !== null) ?? all[0];
  const written = toIso(chosen?.day, year);
  // `12/01/2021` in `2021-01-12.md` is the same day, written day first.
  const date = known !== null && isSwapped(chosen?.day, known) ? known : written;
  // A day in an item is often another one; it counts only where no other is known.
  const isSure = chosen !== undefined && (chosen.block.kind !== "item" || hasLabel(chosen.block));
  const stated = isSure && date !== null ? { date, line: chosen.block.lineAt(chosen.day.offset) } : null;
  const isOnlyInHeading =
    known === null &&
    chosen !== undefined &&
    chosen.block.kind === "heading" &&
    chosen.block.depth > 1 &&
    !hasLabel(chosen.block);
  return { date: known ?? date ?? loggedDay(page), stated, ofFile: known, isOnlyInHeading };
}
