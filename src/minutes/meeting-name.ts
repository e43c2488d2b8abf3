import { allPatterns, allWords } from "../language/languages.ts";
import { wordsOf } from "../language/content-words.ts";
import { cutText } from "../language/text/cut.ts";
import { removeInvisible } from "../language/text/invisible.ts";
import { trimBoth } from "../language/text/trim.ts";
import { isAbsentTitle, isPresentTitle } from "./attendees/words.ts";
import { withoutExtensions } from "./file-name.ts";
import type { Meeting } from "./meeting.ts";
import { withoutDates } from "./meeting-dates.ts";

const MEETING = new RegExp(`(?:${allPatterns(({ meetings }) => meetings?.kinds)})`, "i");
const FUNCTION_WORDS = allWords(({ content }) => content?.functionWords);
const PAPERS = allWords(({ meetings }) => meetings?.papers);
const PARTS = allWords(({ meetings }) => meetings?.parts);
const SECTIONS = allWords(({ meetings }) => meetings?.sections);
const FOLDERS = allWords(({ meetings }) => meetings?.folders);

/** `Meeting notes: `, `Minutes of the `, `Agenda for `. */
const PAPER_AHEAD =
  /^(?:meeting )?(?:minutes|notes|agenda|protocol)(?: (?:and|&) (?:minutes|notes|agenda))?(?: ?[:|–—] ?| - | (?:of|for|from) )(?:the )?/i;
const PAPER_AT_END = /(?<=\p{L}\)?)(?: (?:minutes|notes|agenda)(?: (?:and|&) (?:minutes|notes|agenda))?)$/iu;
/** `meeting-governance` is how files call the governance meeting, for the order of their names. */
const MEETING_AHEAD = /^meeting ((?!(?:with|at|on|of|for|in|about|and|notes)\b)\p{L}+(?: \p{L}+)?)$/iu;

/** What a meeting can be called by. */
interface Source extends Pick<Meeting, "path" | "topics"> {
  /** The title of the front matter and the headings that may name it, the first that does counts. */
  readonly titles: readonly string[];
}

/** How a sentence calls a meeting: its title, its file's or its folder's name, without date and path. */
export function meetingName({ titles, path, topics }: Source): string {
  for (const title of [...titles, datedTitle(topics)]) {
    const name = nameOfTitle(title);
    if (name !== null) return name;
  }
  return nameOfFile(path) ?? nameOfFolder(path) ?? "meeting";
}

/** Whether a heading anywhere in minutes names the meeting: it has its day, or a word for what people hold. */
export function isMeetingTitle(title: string): boolean {
  const { text, isDated } = withoutDates(title);
  return (isDated || MEETING.test(text) || PAPER_AT_END.test(text)) && nameOfTitle(title) !== null;
}

/** Titles of topics without those that are the meeting's own, which every sentence of Minutebook names already. */
export function withoutMeeting(
  titles: readonly string[],
  meeting: Pick<Meeting, "title" | "name">,
): readonly string[] {
  const isMeeting = (title: string): boolean =>
    title === meeting.title || withoutDates(title).text === "" || nameOfTitle(title) === meeting.name;
  return titles.filter((title) => !isMeeting(title));
}

/** A longer title with a date in it says what happened then. */
const MOST_WORDS = 6;

/** The title of the first topic that has a date in it, if that is at one of its ends; empty: none has. */
function datedTitle(topics: Meeting["topics"]): string {
  const isDated = (title: string): boolean => withoutDates(title).isDated;
  const title = topics.find((topic) => topic.parent === null && isDated(topic.title))?.title ?? "";
  const { text } = withoutDates(title);
  return title.includes(text) && wordsOf(text).length <= MOST_WORDS ? title : "";
}

/** null: it names no meeting, but a part of its minutes, the next one, or a day. */
function nameOfTitle(title: string): string | null {
  // A numbered heading is the first point of the agenda.
  if (/^\d{1,2}[.)]\s/.test(title) || isPresentTitle(title) || isAbsentTitle(title)) return null;
  const clean = removeInvisible(title).trim();
  if (!/\s/.test(clean)) return nameOfFile(clean);
  return nameFrom(clean);
}

function nameOfFile(path: string): string | null {
  const name = nameFrom(withoutExtensions(path.slice(path.lastIndexOf("/") + 1)).replaceAll("_", " "));
  return name?.replace(MEETING_AHEAD, "$1 meeting") ?? null;
}

/** The nearest folder whose name says something. */
function nameOfFolder(path: string): string | null {
  for (const folder of path.split("/").slice(0, -1).toReversed()) {
    const words = folder.replaceAll("_", " ");
    const name = nameFrom(words);
    if (name === null || wordsOf(words).every((word) => FOLDERS.has(word) || !/\p{L}{2}/u.test(word)))
      continue;
    return MEETING.test(name) ? name : `${name} meeting`;
  }
  return null;
}

function nameFrom(title: string): string | null {
  const { text } = withoutDates(title);
  const spaced = /\s/.test(title) ? text : text.replaceAll(/[-_](?![-_\d])|(?<!\d)[-_]/g, " ");
  const paper = PAPER_AHEAD.exec(spaced)?.[0] ?? "";
  const name = tidy(tidy(spaced.slice(paper.length)).replace(PAPER_AT_END, ""));
  if (!saysWhich(name)) return null;
  const isClear = MEETING.test(name) || (paper === "" && /\s/.test(name));
  return cutText(isClear ? name : `${name} meeting`, 80);
}

const LOOSE = /[\s\-–—:,|/]/;

/** Without signs and prepositions at both ends, and the full stop of a sentence. */
function tidy(text: string): string {
  const name = trimBoth(text, LOOSE)
    .replace(/^\./, "")
    .replace(/(?<=\p{L}{2})\.$/u, "");
  return trimBoth(name.replace(/ (?:on|of|for|from|at|in)$/i, ""), LOOSE);
}

/** `Gardeners' weekly sync`. */
const MEETING_AT_END = /(?:meeting|sync(?:-?up)?|stand-?up|call|kick-?off)$/i;

/** Whether a title of a topic says nothing of what it is about: `Action items`, `Other business`, `5 May`, `Sync`. */
export function isFrameTitle(title: string): boolean {
  const { text, isDated } = withoutDates(title);
  const words = wordsOf(text).filter((word) => !FUNCTION_WORDS.has(word) && !PAPERS.has(word));
  const isFrame = words.every((word) => PARTS.has(word) || SECTIONS.has(word) || MEETING.test(word));
  const isMeeting = (isDated && MEETING.test(text)) || MEETING_AT_END.test(text);
  return isFrame || isMeeting || isPresentTitle(title) || isAbsentTitle(title);
}

/** Whether a word of a name says which meeting it is. */
function saysWhich(name: string): boolean {
  if (!/\p{L}/u.test(name)) return false;
  const isMeeting = MEETING.test(name);
  const words = wordsOf(name).filter((word) => !FUNCTION_WORDS.has(word) && !PAPERS.has(word));
  return words.some((word) => /\p{L}/u.test(word) && !PARTS.has(word) && (isMeeting || !SECTIONS.has(word)));
}
