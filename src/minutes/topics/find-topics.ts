import type { Topic } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { isMention } from "../bare.ts";
import { trimStart } from "../../language/text/trim.ts";
import { titleOf } from "./title.ts";

/**
 * What opens a topic, and where it ends:
 *
 * | habit | example | it runs to |
 * | --- | --- | --- |
 * | a heading, but not the page's title or a mere frame (`Agenda`) | `### Parser` | the next heading of its level |
 * | a line in bold, with or without a link behind it | `**Parser** [#12](…)` | the next such line or heading |
 * | a scribe's line | `Topic: Parser` | the next such line or heading |
 * | an item with something below it | `- Parser` | its end |
 * | an agenda item with paragraphs behind it, as its list ends there | `* Parser [#12](…)` | the next agenda item or
 *   heading |
 * | a tag | `- [name=Ada] (5m): Parser` | its end |
 * | the line before a list | `Ada:` | the end of the list |
 */
const FRAME = new RegExp(
  "^(?:the )?(?:agenda(?: items?| topics?)?|notes from (?:the )?meeting|" +
    "(?:meeting )?(?:minutes|notes)|discussions?(?: notes| topics| items)?|topics?|contents?|meeting|" +
    "items)",
  "i",
);
const EXTRACTED = /^(?:the )?extracted from /i;
const LONGEST_REMARK = 30;
const MARKED =
  /^\W*(?:action|ai|todo|resolved|resolution|decision|agreed|proposal|proposed|vote|note|question|q|answer|a)\b/i;
const SENTENCE = /[.!?…]["')]?$/;
const ATTENDANCE = /^(?:present|attendees|participants|attendance|regrets|absent|guests|chairs?|scribes?)\b/i;
const TOPIC_LINE = /^(?:sub)?topic\s*:\s*\S/i;
const LINKED = /#\d|\/(?:issues|pull|discussions)\/\d/;
const MEETING = /meeting|minutes|notes|sync|call\b|telco|standup|\d{4}/i;
const LONGEST_BOLD = 200;
/** Deeper than this, an item is no topic of its own. */
const MOST_LEVELS = 12;
/** A longer paragraph before a list is talk. */
const LONGEST_LEAD_IN = 80;

interface Opening {
  readonly block: Block;
  readonly endLine: number;
}

/** Whether nearly all of a block is bold or linked, so that it is a heading by looks. */
function isBoldTitle(block: Block): boolean {
  if (block.kind !== "paragraph" || block.parent !== null || block.quoted || block.text.length > LONGEST_BOLD)
    return false;
  const [first] = block.spans;
  const isBold = first?.kind === "strong" && first.start === 0 && first.end > 0;
  const isLinkedBold =
    first?.kind === "link" &&
    first.start === 0 &&
    block.spans.some((span) => span.kind === "strong" && span.start === 0);
  if (!isBold && !isLinkedBold) return false;
  let covered = 0;
  let until = 0;
  for (const span of block.spans) {
    if (span.kind !== "strong" && span.kind !== "link") continue;
    covered += Math.max(0, span.end - Math.max(span.start, until));
    until = Math.max(until, span.end);
  }
  const label = block.text.slice(0, first.end);
  return (
    covered >= block.text.length * 0.8 &&
    !label.trimEnd().endsWith(":") &&
    !(block.speaker !== null && block.speechStart < block.text.length)
  );
}

/** Whether a text names a mere frame, with a remark in brackets behind it or none: `Agenda`, `Notes (draft)`. */
function isFrame(text: string): boolean {
  if (EXTRACTED.test(text)) return true;
  const frame = FRAME.exec(text)?.[0].length;
  if (frame === undefined) return false;
  const rest = trimStart(text.slice(frame), /[\s:]/).trimEnd();
  return rest === "" || (rest.startsWith("(") && rest.endsWith(")") && rest.length <= LONGEST_REMARK + 2);
}

/** For each heading, the line before the next heading of its level or above. */
function headingEnds(page: Page): ReadonlyMap<Block, number> {
  const ends = new Map<Block, number>();
  const open: Block[] = [];
  for (const block of page.blocks) {
    if (block.kind !== "heading") continue;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= block.depth) {
      const closed = open.pop();
      if (closed !== undefined) ends.set(closed, block.line - 1);
    }
    open.push(block);
  }
  for (const block of open) ends.set(block, page.lines.length);
  return ends;
}

/** The last line of the list or table that a paragraph comes before; null: none does. */
function listEnds(page: Page): ReadonlyMap<Block, number> {
  const ends = new Map<Block, number>();
  for (const block of page.blocks) {
    if (block.leadIn !== null) ends.set(block.leadIn, Math.max(ends.get(block.leadIn) ?? 0, block.lastLine));
  }
  return ends;
}

/** The page's title is no topic. */
function findPageTitle(page: Page): Block | null {
  const headings = page.blocks.filter((block) => block.kind === "heading");
  const [first] = headings;
  if (first === undefined || first.depth > (page.isLog ? 1 : 2)) return null;
  const hasEqual = headings.some((other) => other !== first && other.depth <= first.depth);
  return hasEqual && !MEETING.test(first.text) ? null : first;
}

/** The heading that is the page's title and no mere frame (`# Agenda`). */
export function findTitleHeading(page: Page): Block | null {
  const title = findPageTitle(page);
  return title === null || isFrame(titleOf(title)) ? null : title;
}

/** Where the talk behind an agenda item's list ends: before the next agenda item, title or heading. */
function endOfTalk(item: Block): number {
  let end = item.lastLine;
  const isTalk = (block: Block) => block.speaker !== null || block.quoted || block.text.startsWith("@");
  if (item.next?.kind !== "paragraph" || !isTalk(item.next)) return end;
  for (let at: Block | null = item.next; at !== null; at = at.next) {
    const isNext = at.kind === "heading" || (at.kind === "item" && isLinked(at)) || isBoldTitle(at);
    if (isNext) break;
    end = Math.max(end, at.lastLine);
  }
  return end;
}

const isLinked = (block: Block): boolean =>
  LINKED.test(block.text) || block.spans.some((span) => span.url !== undefined && LINKED.test(span.url));

/** Whether a paragraph before a list is a title of it: short, no sentence, no bare mention. */
function announces(block: Block): boolean {
  const { text } = block;
  if (block.speaker !== null && block.speechStart < text.length) return false;
  if (text.length > LONGEST_LEAD_IN || SENTENCE.test(text) || isFrame(text) || ATTENDANCE.test(text))
    return false;
  return !MARKED.test(text) && !isMention(block);
}

/** Finds what opens topics, in the order of the file. */
function findOpenings(page: Page): Opening[] {
  const title = findPageTitle(page);
  const headings = headingEnds(page);
  const lists = listEnds(page);
  const openings: Opening[] = [];
  /** Bold lines and `Topic:` lines whose end is not known yet. */
  let open: { block: Block; index: number } | null = null;
  const close = (line: number) => {
    if (open !== null) openings[open.index] = { block: open.block, endLine: line };
    open = null;
  };
  for (const block of page.blocks) {
    const isLine = block.kind === "paragraph" && (TOPIC_LINE.test(block.text) || isBoldTitle(block));
    if (block.kind === "heading" || isLine) close(block.line - 1);
    if (isLine && lists.get(block) === undefined && isFrame(block.text)) continue;
    const list = block.kind === "paragraph" ? lists.get(block) : undefined;
    if (block.kind === "heading") {
      if (block !== title && !isFrame(titleOf(block)))
        openings.push({ block, endLine: headings.get(block) ?? block.line });
    } else if (isLine) {
      open = { block, index: openings.length };
      openings.push({ block, endLine: page.lines.length });
    } else if (list !== undefined) {
      if (announces(block)) openings.push({ block, endLine: list });
    } else if (block.kind === "item") {
      const endLine = block.depth === 1 && isLinked(block) ? endOfTalk(block) : block.lastLine;
      const isTopic =
        block.children.length > 0 || endLine > block.lastLine || block.text.startsWith("[name=");
      if (isTopic && !isMention(block) && !isFrame(block.text)) openings.push({ block, endLine });
    }
  }
  close(page.lines.length);
  return openings;
}

/** Finds the tree of what was talked about. */
export function findTopics(page: Page): Topic[] {
  const topics: Topic[] = [];
  const open: Topic[] = [];
  for (const { block, endLine } of findOpenings(page)) {
    const title = titleOf(block);
    if (title === "") continue;
    while (open.length > 0 && (open.at(-1)?.endLine ?? 0) < block.line) open.pop();
    if (open.length >= MOST_LEVELS) continue;
    const above = open.at(-1);
    const end = Math.min(Math.max(endLine, block.line), above?.endLine ?? endLine);
    const topic = {
      id: topics.length,
      title,
      parent: above?.id ?? null,
      line: block.line,
      endLine: Math.max(end, block.line),
    };
    topics.push(topic);
    open.push(topic);
  }
  return topics;
}

/** For each line, the innermost topic that it is in. */
export function topicsByLine(topics: readonly Topic[], lineCount: number): readonly (Topic | null)[] {
  const byLine: (Topic | null)[] = [];
  const open: Topic[] = [];
  let next = 0;
  for (let line = 1; line <= lineCount; line += 1) {
    while (open.length > 0 && (open.at(-1)?.endLine ?? 0) < line) open.pop();
    for (; next < topics.length && (topics[next]?.line ?? 0) <= line; next += 1) {
      const topic = topics[next];
      if (topic !== undefined) open.push(topic);
    }
    byLine[line] = open.at(-1) ?? null;
  }
  return byLine;
}
