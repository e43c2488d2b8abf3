import { warning } from "../messages/reasons/warnings.ts";
import { findDays, isoDay, weekdayOf } from "./dates/calendar-days.ts";
import type { MeetingDay } from "./dates/find-date.ts";
import { readGitHubUrl } from "./references/github-url.ts";
import type { ActionDraft, ReferenceDraft } from "./context.ts";
import { describeMeetings } from "./dates/describe-meetings.ts";
import type { Attendee, Doubt, SeenMeeting, Warning } from "./meeting.ts";
import type { ReadingOptions } from "./options.ts";
import type { ExcessKind } from "./markdown/excess.ts";
import type { Page } from "./page.ts";
import type { People } from "./people.ts";

const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const nameOf = (weekday: number): string => NAMES[weekday] ?? "";

const WEEKDAY = /\b(?:sun|mon|tue|wed|thu|fri|sat)/i;
/** A list of those present is warned about only where the notes name people at all. */
const MOST_PER_CODE = 20;

export interface Read {
  readonly page: Page;
  readonly day: MeetingDay;
  readonly meetings: readonly SeenMeeting[];
  readonly attendees: readonly Attendee[];
  readonly people: People;
  readonly actions: readonly ActionDraft[];
  readonly references: readonly ReferenceDraft[];
  readonly options: ReadingOptions;
}

/**
 * What a person should look at:
 *
 * | code | habit | example |
 * | --- | --- | --- |
 * | `no-date` | no meeting date is found | |
 * | `date-mismatch` | the text says another day than the file's name or front matter | `Feb 19` in `2018-02-20.md` |
 * | `many-meetings` | the file holds two or more dated meetings | `## 2 March 2021`, `## 16 March 2021` |
 * | `weekday-mismatch` | a weekday is not that of its day | `Tuesday 23 November 2020` |
 * | `link-mismatch` | a link reads as one number and leads to another | `[#12](…/issues/13)` |
 * | `doubtful-reference` | a number may be no issue of the repository it is read for | `Tea walk \#48` |
 * | `unknown-person` | who is to do something has no login, although others have | `TODO: Ada` |
 * | `private-fence-open` | a private part's end is missing | `<!-- minutebook: private -->` |
 * | `taken-as-text` | marks, levels or the like are more than people write | 2,000 `*` in one paragraph |
 */
export function findWarnings(read: Read): Warning[] {
  const found = [
    ...aboutMeetings(read),
    ...aboutDate(read),
    ...aboutWeekdays(read),
    ...aboutLinks(read),
    ...aboutDoubts(read),
    ...aboutPeople(read),
    ...aboutFences(read),
    ...aboutExcesses(read),
  ];
  const counts = new Map<string, number>();
  const kept = found.filter(({ code }) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return (counts.get(code) ?? 0) <= MOST_PER_CODE;
  });
  return kept.sort((a, b) => a.line - b.line);
}

function aboutMeetings({ meetings }: Read): Warning[] {
  const [, second] = meetings;
  if (second === undefined) return [];
  return [{ line: second.line, ...describeMeetings(meetings) }];
}

function aboutDate({ day, meetings }: Read): Warning[] {
  if (meetings.length > 1) return [];
  if (day.date === null) return [{ line: 1, ...warning("no-date") }];
  if (day.stated === null || day.stated.date === day.date) return [];
  const { stated, date } = day;
  return [{ line: stated.line, ...warning("date-mismatch", { written: stated.date, date }) }];
}

/** The year of a day written without one: that which brings it nearest to the meeting. */
function nearestYear(date: string, month: number, day: number): number {
  const meeting = Date.parse(`${date}T00:00:00Z`);
  const year = Number(date.slice(0, 4));
  const distance = (other: number) => Math.abs(Date.UTC(other, month - 1, day) - meeting);
  return [year - 1, year, year + 1].reduce((best, other) =>
    distance(other) < distance(best) ? other : best,
  );
}

function aboutWeekdays({ page, day: { date } }: Read): Warning[] {
  const warnings: Warning[] = [];
  for (const block of page.blocks) {
    if (block.kind === "row" || !WEEKDAY.test(block.text)) continue;
    for (const { offset, year, month, day, weekday } of findDays(block.text)) {
      if (weekday === null || (year === null && date === null)) continue;
      const full = year ?? nearestYear(date ?? "", month, day);
      const actual = weekdayOf(full, month, day);
      if (actual === weekday) continue;
      const found = { day: isoDay(full, month, day), actual: nameOf(actual), written: nameOf(weekday) };
      warnings.push({ line: block.lineAt(offset), ...warning("weekday-mismatch", found) });
    }
  }
  return warnings;
}

/** `[#12](…/issues/13)`. */
function aboutLinks({ page, options }: Read): Warning[] {
  const hosts = options.hosts.map((host) => host.toLowerCase());
  const warnings: Warning[] = [];
  for (const block of page.blocks) {
    if (block.kind === "row") continue;
    for (const { url, start, end } of block.spans) {
      const number = url === undefined ? null : readGitHubUrl(url, hosts)?.number;
      const label = /^#?(\d{1,7})$/.exec(block.text.slice(start, Math.min(end, start + 12)).trim());
      if (number == null || label === null || label[1] === String(number)) continue;
      const found = warning("link-mismatch", { label: label[1] ?? "", number });
      warnings.push({ line: block.lineAt(start), ...found });
    }
  }
  return warnings;
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  "other-issue-above": "a title above it names an issue of another repository",
  "other-list-near": "its topic links lists of issues of other repositories",
  escaped: "it is escaped",
  date: "it looks like a date",
  count: "it may be a count of what the word before it names",
};

function aboutDoubts({ references }: Read): Warning[] {
  return references.flatMap(({ line, target, number, doubt }) =>
    doubt === null
      ? []
      : {
          line,
          ...warning("doubtful-reference", { number, target, doubt: DOUBTS[doubt] }),
        },
  );
}

/** Who is to do something without a login that is known, on a page or in a team that knows logins. */
function aboutPeople({ actions, people, attendees, options }: Read): Warning[] {
  const knowsLogins = Object.keys(options.people).length > 0 || attendees.some(({ login }) => login !== null);
  if (!knowsLogins) return [];
  const warned = new Set<string>();
  const warnings: Warning[] = [];
  for (const { owners, line, done, implied } of actions) {
    if (done || implied) continue;
    for (const owner of owners) {
      if (owner.startsWith("@") || warned.has(owner) || people.loginOf(owner) !== null) continue;
      warned.add(owner);
      warnings.push({ line, ...warning("unknown-person", { owners: owner }) });
    }
  }
  return warnings;
}

function aboutFences({ page }: Read): Warning[] {
  return page.openFences.map((line) => ({ line, ...warning("private-fence-open") }));
}

const CALLED: Readonly<Record<ExcessKind, string>> = {
  marks: "emphasis, link, or code marks",
  levels: "levels of lists or quotes",
  footnotes: "footnotes",
  definitions: "link definitions",
  elements: "nested HTML elements",
};

function aboutExcesses({ page }: Read): Warning[] {
  return page.excesses.map(({ kind, line }) => ({
    line,
    ...warning("taken-as-text", { elements: CALLED[kind] }),
  }));
}
