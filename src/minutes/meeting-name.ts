import { FULL_WEEKDAY, MONTH_STEMS } from "../language/calendar.ts";
import { withoutExtensions } from "./file-name.ts";
import { trimEnd, trimStart } from "../language/text/trim.ts";
import type { Meeting } from "./meeting.ts";
import { removeInvisible } from "../language/text/invisible.ts";
import { cutText } from "../language/text/cut.ts";

const MONTH = `(?:${MONTH_STEMS})[a-z]{0,8}\\.?`;

const WEEKDAY = `(?:\\b(?:${FULL_WEEKDAY}),? (?:the )?)?`;

/** A date as titles spell it: `2020-11-23`, `20201123`, `Monday, 23rd November 2020`, `Nov 23, 2020`. */
const DATES = [
  // With the hour behind it, as MeetBot names its logs.
  "[.]?\\b\\d{4}[-/._]\\d{1,2}[-/._]\\d{1,2}(?:-\\d{1,2}[.:]\\d{2})?\\b",
  "\\b(?:19|20)\\d{6}\\b",
  `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}\\b`,
  `\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`,
].map((date) => new RegExp(`${WEEKDAY}${date}`, "gi"));

/** A title in single spaces, with another text in place of each date. */
const withDates = (title: string, other: string): string =>
  DATES.reduce((text, date) => text.replaceAll(date, other), title.replace(/\s+/g, " "));

/** One word, which names a team or a rhythm: `weekly`. */
const saysNotWhat = (name: string): boolean =>
  !/\s|meeting|minutes|call|sync|stand-?up|telco|notes|retro/i.test(name);

/** How a sentence calls a meeting: its title, or its file's name, without date and folder. */
export function meetingName(meeting: Pick<Meeting, "title" | "path" | "topics">): string {
  const title = meeting.title ?? datedTitle(meeting.topics);
  const name = nameFrom(withoutAgendaItem(title)) ?? nameFrom(fileName(meeting.path));
  if (name === null) return "meeting";
  return saysNotWhat(name) ? `${name} meeting` : name;
}

/** Titles of topics without those that are the meeting's own, which every sentence of Minutebook names already. */
export function withoutMeeting(
  titles: readonly string[],
  meeting: Pick<Meeting, "title" | "path" | "topics" | "name">,
): readonly string[] {
  const isMeeting = (title: string): boolean =>
    title === meeting.title ||
    withDates(title, "").trim() === "" ||
    meetingName({ ...meeting, title }) === meeting.name;
  return titles.filter((title) => !isMeeting(title));
}

/** The title of the first topic that has a date in it; empty: none has. */
function datedTitle(topics: Meeting["topics"]): string {
  const dated = topics.find(
    ({ parent, title }) => parent === null && withDates(title, "").length < title.length,
  );
  return dated?.title ?? "";
}

/** A numbered heading is the first point of the agenda, not the meeting's name. */
function withoutAgendaItem(title: string): string {
  return /^\d{1,2}[.)]\s/.test(title) ? "" : title;
}

function nameFrom(title: string): string | null {
  const clean = removeInvisible(title).replace(/\s+/g, " ").trim();
  const spaced = /\s/.test(clean) ? clean : fileName(clean).replaceAll(/[-_](?![-_\d])|(?<!\d)[-_]/g, " ");
  const words = withDates(spaced, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ");
  const name = trimEnd(trimStart(words, /[\s\-–—:,|/.]/), /[\s\-–—:,|/]/)
    .replace(/\b(?:on|of|for|from)$/i, "")
    .trim();
  return /\p{L}/u.test(name) ? cutText(name, 80) : null;
}

function fileName(path: string): string {
  return withoutExtensions(path.slice(path.lastIndexOf("/") + 1));
}
