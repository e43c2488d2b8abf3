import type { SeenMeeting } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { trimBoth } from "../../language/text/trim.ts";
import { type DayMention, findDays, isoDay, writesDayFirst } from "./calendar-days.ts";
import type { MeetingDay } from "./find-date.ts";
import { startsIn } from "./log-starts.ts";

/**
 * What opens a meeting in a file that holds several, where two or more of a kind name different days:
 *
 * | habit | example |
 * | --- | --- |
 * | a heading | `## 2026-03-16`, `# Tea round, March 16`, `## Meeting #12 - 2026-03-16`, `## 3/16` below
 *   `# March 2026` |
 * | a line in bold, a line that is a day | `**2026-03-16** Held at the pot`, `Monday, 16 March 2026` |
 * | a label beside those present, or below a meeting's name | `Date: 2026-03-16` / `Present: Ada`, `## Call 12` /
 *   `When: 2026-03-16` |
 * | the start in a chat's log or in what MeetBot writes | `#startmeeting`,
 *   `Meeting started by ada at 10:00:00 UTC, 2026-03-16` |
 * | headings of one level with days, where nothing else gives the day | `## Kick-off (2026-03-16)` |
 * | an item with a list below | `- 16 March 2026` |
 * | what can be folded | `<summary>2026-03-16</summary>` |
 * | a row of a table of meetings | `2026-03-16` below `Date`, beside `Notes` |
 *
 * Not a deadline, a release, a change log, the minutes of an earlier meeting, the next meeting, days of an agenda, a
 * schedule or a list of events.
 */
const NO_MEETING = new RegExp(
  "\\b(?:deadlines?|due|releases?|released|version|changelog|changes|tag|milestones?|next|upcoming|" +
    "future|previous|last|prior|approv\\w*|adopt\\w*|review|follow[- ]?ups?|action items?|actions?|" +
    "to-?dos?|tasks?|expires?|starts?|ends?|planned|schedule[ds]?|moved|postponed|cancel\\w*|conference|" +
    "workshop|summit|webinar|holidays?|vacation|agenda|updated?|created|published|deprecat\\w*|election|" +
    "vote[sd]?|nominat\\w*|submission|birthday|v?\\d+\\.\\d+\\.\\d+|v\\d+)\\b",
  "i",
);
/** "Minutes of 2 March" is a meeting or another's minutes; only the words around it decide. */
const OF_OTHER = new RegExp(
  "(?:\\b(?:minutes|notes|summary|record|decisions|of|from|since|until|till|by|before|after) " +
    "(?:the |our )?(?:meeting |call |of |from |on ){0,4}(?:\\w{2,9}day,? )?)$",
  "i",
);
/** What these head is dated, and no meetings. */
const NO_MEETINGS = new RegExp(
  "deadline|\\bdue\\b|changelog|change log|release|version|roadmap|schedule|time ?line|calendar|" +
    "upcoming|future|\\bnext\\b|\\bplan(?:s|ning)?\\b|milestone|\\bevents?\\b|conference|workshop|holiday|" +
    "vacation|absen|availab|out of office|\\bleave\\b|agenda|action|to-?do|\\btasks?\\b|\\bnews\\b|announce|" +
    "reminder|\\bdates\\b|travel|election|history of",
  "i",
);
/** Below these, a day opens a meeting even where it is no heading. */
const MEETINGS = new RegExp(
  "meetings?|minutes|notes|calls?\\b|\\blogs?\\b|archive|past|sync|stand-?ups?|weekly|\\b(?:19|20)\\d\\d\\b|" +
    "\\bjan|\\bfeb|\\bmar|\\bapr|\\bmay\\b|\\bjun|\\bjul|\\baug|\\bsep|\\boct|\\bnov|\\bdec|\\bq[1-4]\\b",
  "i",
);
const MEETING_WORDS = new RegExp(
  "(?:meeting|call|minutes|notes|sync|stand-?up|weekly|session|round|telecon|telco|gathering|\\bwg\\b|" +
    "\\btsc\\b|committee|council|board|réunion|sitzung|treffen|reunión|reunião|会议|会)",
  "i",
);
const PRESENT = new RegExp(
  "^\\W*(?:present|attend|participants?|chair|scribe|minute[ -]?taker|facilitator|in attendance|who|" +
    "regrets|apologies|absent)",
  "i",
);
const DATE_LABEL = new RegExp(
  "^\\W*(?:meeting )?(?:date|when|held(?: on)?)(?: ?(?:and|&|/) ?time)?" +
    "(?: of (?:the |this )?(?:meeting|call))?\\W{0,6}(?:\\w+day\\W{1,3}(?:the )?)?$",
  "i",
);
const TABLE_HEAD = /notes|minutes|discuss|attend|particip|present|topics?|agenda|summary/i;
const TABLE_OF_TASKS = /owner|who\b|assign|due|status|responsible|deadline|version|release/i;
/** Besides the day, a line that opens a meeting has few words. */
const FEW = 25;
const SOME = 80;

interface Opener {
  readonly block: Block;
  readonly kind: string;
  readonly day: DayMention;
  /** What is there besides the day, without digits. */
  readonly shape: string;
  /** It opens a meeting whatever is around it. */
  readonly isSure: boolean;
}

const NUMERIC = /^\W*(\d{1,2})[/.](\d{1,2})\.?\W*$/;
const MAY = /^\W{0,20}(?:\w{1,20},?\s{0,4})?(March|Mar|May)\.? (\d{1,2})(?:st|nd|rd|th)?\b/;

/** The first day in a text; in a heading also one that would be a verb or a fraction elsewhere. */
function dayIn(text: string, isHeading: boolean, isDayFirst: boolean): DayMention | null {
  const [day] = findDays(text.replace(/ de (?=\p{L})| de (?=\d)/gu, " "), isDayFirst);
  if (day !== undefined || !isHeading) return day ?? null;
  const bare = { offset: 0, end: text.length, year: null, weekday: null };
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const [month, of] = first > 12 || isDayFirst ? [second, first] : [first, second];
    return month >= 1 && month <= 12 && of >= 1 && of <= 31 ? { ...bare, month, day: of } : null;
  }
  const named = MAY.exec(text);
  if (named === null) return null;
  const end = named[0].length;
  return { ...bare, end, month: named[1] === "May" ? 5 : 3, day: Number(named[2]) };
}

/** The heading is nothing, the title of the page, or one over meetings. */
function isOverMeetings(heading: Block | null, title: Block | undefined): boolean {
  if (heading === null) return true;
  if (NO_MEETINGS.test(heading.text)) return false;
  return (heading === title || MEETINGS.test(heading.text)) && isOverMeetings(heading.heading, title);
}

function isOverOther(heading: Block | null): boolean {
  for (let at = heading; at !== null; at = at.heading) if (NO_MEETINGS.test(at.text)) return true;
  return false;
}

class Finder {
  private readonly page: Page;
  private readonly title: Block | undefined;
  private readonly isDayFirst: boolean;

  constructor(page: Page) {
    this.page = page;
    this.title = page.blocks.find(({ kind }) => kind === "heading");
    this.isDayFirst = writesDayFirst(page.source);
  }

  openers(): Opener[] {
    return this.page.blocks.flatMap((block) => this.opener(block) ?? []);
  }

  private opener(block: Block): Opener | null {
    const { kind, parent } = block;
    if (kind === "heading") return this.heading(block);
    if (kind === "row") return this.row(block);
    if (parent !== null || block.quoted || !isOverMeetings(block.heading, this.title)) return null;
    if (kind === "item") return this.item(block);
    return kind === "paragraph" ? this.paragraph(block) : null;
  }

  private heading(block: Block): Opener | null {
    const day = dayIn(block.text, true, this.isDayFirst);
    if (day === null || isOverOther(block.heading)) return null;
    const found = this.make(block, `heading ${block.depth}`, day);
    return found !== null && found.shape.length <= SOME ? found : null;
  }

  private item(block: Block): Opener | null {
    const day = dayIn(block.text, false, this.isDayFirst);
    if (day === null || block.children.length === 0) return null;
    const found = this.make(block, "item", day);
    return found !== null && found.shape.length <= FEW ? found : null;
  }

  private paragraph(block: Block): Opener | null {
    const day = dayIn(block.text, false, this.isDayFirst);
    if (day === null) return null;
    const before = block.text.slice(0, day.offset);
    if (DATE_LABEL.test(before)) return this.labeled(block, day);
    const [bold] = block.spans.filter(({ kind }) => kind === "strong");
    const isBold = bold !== undefined && bold.start <= 1 && bold.end >= day.end;
    const end = isBold ? bold.end : block.text.length;
    const found = this.make(block, isBold ? "bold" : "line", day, end);
    return found !== null && found.shape.length <= FEW ? found : null;
  }

  private labeled(block: Block, day: DayMention): Opener | null {
    const { blocks } = this.page;
    const around = blocks.slice(Math.max(0, block.id - 3), block.id + 4);
    const { heading } = block;
    const isNamed = heading !== null && MEETING_WORDS.test(heading.text) && !NO_MEETING.test(heading.text);
    const isMeeting = isNamed || around.some(({ text }) => PRESENT.test(text));
    return isMeeting ? { block, kind: "label", day, shape: "", isSure: true } : null;
  }

  private row(block: Block): Opener | null {
    const { table, children } = block;
    if (table === null) return null;
    const [first, second] = children;
    if (first === undefined || second === undefined) return null;
    if (/^\W*(?:meeting )?date\W*$/i.test(first.text)) {
      const day = dayIn(second.text, false, this.isDayFirst);
      return day === null ? null : this.labeled(block, day);
    }
    const head = table.header.join(" | ");
    if (table.row === 0 || !TABLE_HEAD.test(head) || TABLE_OF_TASKS.test(head)) return null;
    if (!isOverMeetings(block.heading, this.title)) return null;
    const day = dayIn(first.text, false, this.isDayFirst);
    const found = day === null ? null : this.make(first, "row", day);
    return found === null || found.shape.length > FEW ? null : { ...found, block };
  }

  private make(block: Block, kind: string, day: DayMention, end = block.text.length): Opener | null {
    const before = block.text.slice(0, day.offset);
    const rest = `${before} ${block.text.slice(day.end, end)}`;
    if (NO_MEETING.test(rest)) return null;
    const shape = trimBoth(rest.toLowerCase().replace(/[\d\s]+/g, " "), /[^\p{L}]/u);
    const isFirst = trimBoth(before, /[^\p{L}]/u).replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)\w*/i, "") === "";
    const isSure =
      !OF_OTHER.test(before) &&
      (isFirst || shape === "" || (MEETING_WORDS.test(shape) && shape.length <= 60));
    return { block, kind, day, shape, isSure };
  }

  /** Headings of one level with days, of which the first gives the day of all minutes. */
  dated(): readonly Opener[] {
    const headings = this.page.blocks.filter(({ kind, depth }) => kind === "heading" && depth > 1);
    const found = headings.flatMap((block): Opener[] => {
      const day = dayIn(block.text, true, this.isDayFirst);
      if (day === null || day.year === null || isOverOther(block.heading)) return [];
      return [this.make(block, `heading ${block.depth}`, day) ?? []].flat();
    });
    return found.filter(({ kind }) => kind === found[0]?.kind);
  }

  /** Whether most blocks on the level of these openers are openers, too. */
  areMost(openers: readonly Opener[]): boolean {
    const [first] = openers;
    if (first === undefined || first.block.kind !== "heading") return false;
    const level = this.page.blocks.filter(
      (block) => block.kind === "heading" && block.depth === first.block.depth && block !== this.title,
    );
    return openers.length > level.length * 0.6;
  }

  dateOf({ day, block }: Opener): string | null {
    const year =
      day.year ?? this.yearAbove(block.heading) ?? yearIn(this.page.path) ?? yearIn(this.title?.text ?? "");
    return year === null ? null : isoDay(year, day.month, day.day);
  }

  private yearAbove(heading: Block | null): number | null {
    for (let at = heading; at !== null; at = at.heading) {
      const year = yearIn(at.text);
      if (year !== null) return year;
    }
    return null;
  }
}

function yearIn(text: string): number | null {
  const year = /(?<!\d)(20\d{2}|199\d)(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** How many days they name; one without a year may be one with a year. */
function countDays(openers: readonly Opener[]): number {
  const years = new Set(openers.flatMap(({ day }) => day.year ?? []));
  const year = years.size === 1 ? [...years][0] : undefined;
  return new Set(openers.map(({ day }) => `${day.year ?? year ?? ""}-${day.month}-${day.day}`)).size;
}

/** Of one kind, those that open meetings: all that are sure, or those of one shape that most of their level have. */
function meetingsAmong(openers: readonly Opener[], finder: Finder): readonly Opener[] {
  const sure = openers.filter(({ isSure }) => isSure);
  if (countDays(sure) > 1) return sure;
  const shapes = new Map<string, Opener[]>();
  for (const opener of openers) shapes.set(opener.shape, [...(shapes.get(opener.shape) ?? []), opener]);
  const alike = [...shapes.values()].find((some) => countDays(some) > 1 && finder.areMost(some));
  return alike ?? [];
}

/** What a name of many things with days is, such as versions, in minutes whose file has another day. */
function areOthers(openers: readonly Opener[], finder: Finder, { ofFile }: MeetingDay): boolean {
  return ofFile !== null && openers.every((opener) => !opener.isSure && finder.dateOf(opener) !== ofFile);
}

/**
 * The meetings of a file that holds two or more, in its order; empty: it holds one, or none that is dated. Reading
 * takes all of the file for one meeting so far, so that nothing may be posted from it.
 */
export function findManyMeetings(page: Page, day: MeetingDay): readonly SeenMeeting[] {
  const starts = startsIn(page.source);
  if (starts.length > 0) return starts;
  const finder = new Finder(page);
  const kinds = new Map<string, Opener[]>();
  for (const opener of finder.openers()) {
    const known = kinds.get(opener.kind);
    if (known === undefined) kinds.set(opener.kind, [opener]);
    else known.push(opener);
  }
  const found = [...kinds.values()]
    .map((openers) => meetingsAmong(openers, finder))
    .filter((openers) => !areOthers(openers, finder, day))
    .reduce((best, other) => (other.length > best.length ? other : best), []);
  const all =
    found.length === 0 && (day.isOnlyInHeading || day.date === null) ? severalDays(finder.dated()) : found;
  return all.map((opener) => ({ line: opener.block.line, date: finder.dateOf(opener) }));
}

const severalDays = (openers: readonly Opener[]): readonly Opener[] =>
  countDays(openers) > 1 ? openers : [];
