import type { Meeting } from "../../minutes/meeting.ts";
import { removeInvisible } from "../quote/characters.ts";
import { cutText } from "../quote/fit.ts";

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

const WEEKDAY = "(?:\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+(?:the\\s+)?)?";

/** A date as titles spell it: `2020-11-23`, `20201123`, `Monday, 23rd November 2020`, `Nov 23, 2020`. */
const DATE = new RegExp(
  [
    "\\b\\d{4}[-/._]\\d{1,2}[-/._]\\d{1,2}\\b",
    "\\b(?:19|20)\\d{6}\\b",
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}\\b`,
    `\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}\\b`,
  ]
    .map((date) => `${WEEKDAY}${date}`)
    .join("|"),
  "gi",
);

/** One word, which names a team or a rhythm: `weekly`. */
const SAYS_NOT_WHAT = /^(?!\S*(?:meeting|minutes|call|sync|stand-?up|telco|notes|retro))\S+$/i;

/** How a sentence calls a meeting: its title, or its file's name, without date and folder. */
export function meetingName(meeting: Pick<Meeting, "title" | "path" | "topics">): string {
  const title = meeting.title ?? datedTitle(meeting.topics);
  const name = nameFrom(withoutAgendaItem(title)) ?? nameFrom(fileName(meeting.path));
  if (name === null) return "meeting";
  return SAYS_NOT_WHAT.test(name) ? `${name} meeting` : name;
}

/** Titles of topics without those that are the meeting's own, which every sentence of ours names already. */
export function withoutMeeting(
  titles: readonly string[],
  meeting: Pick<Meeting, "title" | "path" | "topics">,
): readonly string[] {
  const name = meetingName(meeting);
  const isMeeting = (title: string): boolean =>
    title === meeting.title ||
    title.replaceAll(DATE, "").trim() === "" ||
    meetingName({ ...meeting, title }) === name;
  return titles.filter((title) => !isMeeting(title));
}

/** By a meeting's topics, for every sentence of ours asks anew. */
const datedTitles = new WeakMap<Meeting["topics"], string>();

/** The title of the first topic that has a date in it; empty: none has. */
function datedTitle(topics: Meeting["topics"]): string {
  const known = datedTitles.get(topics);
  if (known !== undefined) return known;
  const dated = topics.find(({ parent, title }) => parent === null && title.search(DATE) !== -1);
  const title = dated?.title ?? "";
  datedTitles.set(topics, title);
  return title;
}

/** A numbered heading is the first point of the agenda, not the meeting's name. */
function withoutAgendaItem(title: string): string {
  return /^\d{1,2}[.)]\s/.test(title) ? "" : title;
}

function nameFrom(title: string): string | null {
  const clean = removeInvisible(title).replace(/\s+/g, " ").trim();
  const spaced = /\s/.test(clean) ? clean : fileName(clean).replaceAll(/[-_](?![-_\d])|(?<!\d)[-_]/g, " ");
  const name = spaced
    .replaceAll(DATE, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–—:,|/.]+|[\s\-–—:,|/]+$/g, "")
    .replace(/\b(?:on|of|for|from)$/i, "")
    .trim();
  return /\p{L}/u.test(name) ? cutText(name, 80) : null;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:md|markdown)$/i, "");
}
