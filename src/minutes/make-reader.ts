import { isAgenda } from "./agenda.ts";
import { findAttendees } from "./attendees/find-attendees.ts";
import { findInitials } from "./attendees/initials.ts";
import { buildPage, type DraftPage, type ParseHtml } from "./build-page.ts";
import { completeFindings } from "./complete.ts";
import type { Context } from "./context.ts";
import { findDate } from "./dates/find-date.ts";
import { findManyMeetings } from "./dates/many-meetings.ts";
import { Excerpts } from "./excerpts/excerpts.ts";
import { findAll } from "./findings.ts";
import type { Meeting } from "./meeting.ts";
import { isMeetingTitle, meetingName } from "./meeting-name.ts";
import type { ReadingOptions } from "./options.ts";
import { makePeople } from "./people.ts";
import { findSpeakers, findSpeech } from "./speakers.ts";
import { findWarnings } from "./warnings.ts";
import { findTitleHeading, findTopics, topicsByLine } from "./topics/find-topics.ts";

/**
 * Reads one file of minutes. Never throws: whatever is odd becomes a warning.
 *
 * @param path - The file's path in its repository, with `/`. Its name may give the day.
 * @param source - The file as stored.
 */
export type ReadMinutes = (path: string, source: string, options: ReadingOptions) => Meeting;

/** A reader of Markdown and chat logs, and of HTML where it is given what parses that. */
export function makeReader(parseHtml: ParseHtml | null): ReadMinutes {
  return (path, source, options) => readPage(buildPage(path, source, options, parseHtml), options);
}

function readPage(page: DraftPage, options: ReadingOptions): Meeting {
  const attendees = findAttendees(page.blocks, page.frontMatter, options.people);
  const initials = findInitials(page.blocks, attendees);
  const people = makePeople(options.people, attendees, findSpeakers(page.blocks), initials);
  for (const [block, speech] of findSpeech(page.blocks, people)) block.setSpeech(speech);
  const day = findDate(page);
  const meetings = findManyMeetings(page, day);
  const topics = findTopics(page);
  const byLine = topicsByLine(topics, page.lines.length);
  const topicAt: Context["topicAt"] = (line) => byLine[line] ?? null;
  const drafts = findAll(page, { options, date: day.date, attendees, people, topics, topicAt });
  const { references, milestones } = drafts;
  const context: Context = {
    options,
    date: day.date,
    attendees,
    people,
    topics,
    topicAt,
    references,
    milestones,
  };
  const title = titleOf(page);
  const findings = completeFindings(drafts, context, new Excerpts(page, topics, byLine));
  const { decisions } = findings;
  return {
    path: page.path,
    title,
    name: meetingName({ path: page.path, titles: namesOf(page), topics }),
    date: day.date,
    ...(isAgenda(page, { title, attendees, decisions }) ? { isAgenda: true } : {}),
    meetings,
    attendees,
    topics,
    ...findings,
    warnings: isAllPrivate(page)
      ? []
      : findWarnings({
          page,
          day,
          meetings,
          attendees,
          people,
          options,
          actions: drafts.actions,
          references,
        }),
    definitions: page.definitions,
    privateParts: page.privateParts,
  };
}

/** A file that is private as a whole needs no advice, and gives none away. */
function isAllPrivate({ privateParts: [first], lines, openFences }: DraftPage): boolean {
  return first?.line === 1 && first.endLine === lines.length && openFences.length === 0;
}

const statedTitle = ({ frontMatter }: DraftPage): string =>
  frontMatter.entries.find(({ key }) => key === "title")?.values[0]?.trim() ?? "";

function titleOf(page: DraftPage): string | null {
  const entry = statedTitle(page);
  // What front matter says gives way only to a title: other headings are topics.
  const title = findTitleHeading(page);
  if (entry !== "") return title?.depth === 1 ? title.plain : entry;
  // The first topic of a chat is not the meeting's name.
  const heading = page.blocks.find(({ kind, depth }) => kind === "heading" && (!page.isLog || depth === 1));
  return heading?.plain ?? null;
}

/** What may name the meeting, best first: any heading but a title of the whole page is one of many topics. */
function namesOf(page: DraftPage): readonly string[] {
  const title = findTitleHeading(page);
  const first = page.blocks.find(({ kind }) => kind === "heading");
  const whole = title?.depth === 1 ? [title.plain] : [];
  const others = first !== undefined && isMeetingTitle(first.plain) ? [first.plain] : [];
  return [statedTitle(page), ...whole, ...(page.isLog ? [] : others)];
}
