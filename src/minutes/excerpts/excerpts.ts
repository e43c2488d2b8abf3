import type { Excerpt, LineRange, Topic } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { isBare, isPostedInTalk } from "../bare.ts";
import { firstAt } from "../sorted.ts";
import { entryAt } from "./entry.ts";
import { endingOf } from "./ending.ts";
import { LineIndex } from "./line-index.ts";
import { wholeParagraph } from "./paragraph.ts";
import { repliesTo, utterance } from "./utterance.ts";

/** More than this is not quoted: a reader follows the link to the minutes instead. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 4000;
/** Where one block is longer than that, so much of it is quoted. */
const MOST_OF_BLOCK = 12_000;
/** A bare mention is quoted with the item above it if that is not longer. */
const SHORT_LINES = 12;
/** So many bare lines one after the other open a topic; more are a list. */
const MOST_BARE = 5;
/** Items are not looked through further up for who speaks. */
const MOST_LEVELS = 32;

/**
 * Chooses the passage that is quoted for a finding: the smallest that can be understood alone.
 *
 * | where it is | what is quoted |
 * | --- | --- |
 * | an item | the item and what hangs below it |
 * | an item or paragraph that is little more than the mention | the item above it, where that is short or opens with
 *   it |
 * | a heading | what is below it, or the heading where nothing is |
 * | the line of links right below a heading | all that is below the heading |
 * | a line in bold that opens a topic | the topic |
 * | an address posted into a transcript | the talk up to the next one |
 * | a lead-in | it and its list |
 * | what somebody says | the words and where the scribe continues; of a question, the first replies |
 * | a paragraph | the paragraph |
 * | a row | the row, with the header of its table |
 * | a line of a list without bullets | the line, and what is below it up to the next number (`entry.ts`) |
 *
 * cut after the last block that fits `MOST_LINES` and `MOST_CHARACTERS`, and before any private part.
 */
export class Excerpts {
  private readonly page: Page;
  private readonly topics: readonly Topic[];
  private readonly byLine: readonly (Topic | null)[];
  private readonly index: LineIndex;
  private readonly known = new Map<number, Excerpt>();
  private readonly headers = new Map<Block, Block | null>();

  constructor(page: Page, topics: readonly Topic[], byLine: readonly (Topic | null)[]) {
    this.page = page;
    this.topics = topics;
    this.byLine = byLine;
    this.index = new LineIndex(page.source);
  }

  /** The excerpt for a finding that is in a block. */
  of(block: Block): Excerpt {
    const known = this.known.get(block.id);
    if (known !== undefined) return known;
    const first = block.kind === "cell" ? (block.parent ?? block) : block;
    const chosen = this.choose(first);
    const { isCut, ...range } = this.fit(chosen, first);
    const ending = isCut ? endingOf(this.page, this.index, chosen, range) : null;
    const start = this.blockAt(range, first);
    const whole = this.index.slice(range);
    const markdown = whole.length <= MOST_OF_BLOCK ? whole : cutAtWord(whole);
    const excerpt = {
      ...range,
      markdown,
      path: this.pathAbove(range),
      speaker: speakerOf(start),
      tableHead: first.kind === "row" && range.line === first.line ? this.tableHead(first) : null,
      isCut: isCut || markdown.length < whole.length,
      ...(ending === null ? {} : { ending }),
      ...(this.page.isLog ? { isLog: true } : {}),
    };
    this.known.set(block.id, excerpt);
    return excerpt;
  }

  /** The excerpt for a mention on a line: of a list without bullets, its own entry and no other. */
  ofLine(block: Block, line: number): Excerpt {
    const whole = this.of(block);
    if (block.kind !== "paragraph" || this.page.isLog) return whole;
    const entry = entryAt(this.page.lines, line, whole);
    if (entry === null) return whole;
    const { isCut, ...range } = this.fit(entry, block);
    return { ...whole, ...range, markdown: this.index.slice(range), isCut };
  }

  private choose(block: Block): LineRange {
    switch (block.kind) {
      case "heading":
        return this.below(block);
      case "row":
        return block.table?.row === 0 ? headerRange(block) : own(block);
      case "item":
        return this.ofItem(block);
      default:
        return this.ofParagraph(block);
    }
  }

  /** The topic that opens on a block's line. */
  private topicOf(block: Block): Topic | null {
    for (let topic = this.byLine[block.line] ?? null; topic !== null; topic = this.above(topic)) {
      if (topic.line === block.line) return topic;
    }
    return null;
  }

  private above(topic: Topic): Topic | null {
    return topic.parent === null ? null : (this.topics[topic.parent] ?? null);
  }

  private below(heading: Block): LineRange {
    const topic = this.topicOf(heading);
    const next = this.page.blocks[heading.id + 1];
    if (topic === null || next === undefined || next.line > topic.endLine) return own(heading);
    return { line: next.line, endLine: topic.endLine };
  }

  private ofItem(item: Block): LineRange {
    let chosen = item;
    for (let at = item; at.parent !== null && isBare(at) && at.children.length === 0; at = at.parent) {
      const above = at.parent;
      const isShort = above.lastLine - above.line < SHORT_LINES;
      if (!isShort && !opensWith(above, at)) break;
      chosen = above;
    }
    if (isBare(chosen) && chosen.parent === null && chosen.children.length === 0) {
      const heading = openedBy(chosen);
      if (heading !== null && this.topicOf(heading) !== null) return this.below(heading);
    }
    const endLine = this.topicOf(chosen)?.endLine ?? chosen.lastLine;
    const replied = chosen.children.length === 0 && chosen.speaker !== null ? repliesTo(chosen) : 0;
    return { line: chosen.line, endLine: Math.max(endLine, chosen.lastLine, replied) };
  }

  /** The header of the table that a row is in. null: the row is the header. */
  private tableHead(row: Block): Excerpt["tableHead"] {
    const header = this.headerOf(row);
    if (header?.kind !== "row" || header === row) return null;
    return { line: header.line, markdown: this.index.slice(headerRange(header)) };
  }

  /** The first row above; known for all rows that were walked past. */
  private headerOf(row: Block): Block | null {
    const rows: Block[] = [];
    let at: Block | null = row;
    while (at?.kind === "row" && at.table?.row !== 0 && !this.headers.has(at)) {
      rows.push(at);
      at = at.previous;
    }
    const header = at === null ? null : (this.headers.get(at) ?? at);
    for (const one of rows) this.headers.set(one, header);
    return header;
  }

  private ofParagraph(block: Block): LineRange {
    const topic = this.topicOf(block);
    if (topic !== null) return topic;
    if (isBare(block)) {
      if (block.parent !== null) return this.ofItem(block);
      const heading = openedBy(block);
      const isSaid = isPostedInTalk(block);
      if (heading !== null && !(isSaid && this.isPostedLater(block))) return this.below(heading);
      if (isSaid) return this.talkFrom(block);
    }
    return block.speaker === null
      ? wholeParagraph(block, (at) => this.topicOf(at) !== null)
      : utterance(block);
  }

  /** Whether somebody posts an address after others spoke: then none of them is what all the talk is about. */
  private isPostedLater(block: Block): boolean {
    const end = this.byLine[block.line]?.endLine ?? this.page.lines.length;
    let isTalk = false;
    for (
      let at = block.next;
      at !== null && at.line <= end && at.line < block.line + 4 * MOST_LINES;
      at = at.next
    ) {
      if (isPosted(at)) {
        if (isTalk) return true;
      } else isTalk = true;
    }
    return false;
  }

  /** From an address posted into a transcript up to the next one. */
  private talkFrom(block: Block): LineRange {
    const end = this.byLine[block.line]?.endLine ?? this.page.lines.length;
    let endLine = block.lastLine;
    for (
      let at = block.next;
      at !== null && at.line <= end && at.line < block.line + MOST_LINES;
      at = at.next
    ) {
      if (at.kind === "heading" || isPosted(at)) break;
      endLine = Math.max(endLine, at.lastLine);
    }
    return { line: block.line, endLine };
  }

  /** Cuts a range after the last block that fits, and before what is private. */
  private fit(range: LineRange, block: Block): LineRange & Pick<Excerpt, "isCut"> {
    const hidden = this.page.privateParts;
    const own = Math.max(block.line, range.line);
    const before = hidden[firstAt(hidden, own, (part) => part.endLine) - 1];
    const closed = hidden[firstAt(hidden, own + 1, (part) => part.line)];
    const line = Math.max(range.line, (before?.endLine ?? 0) + 1);
    const limit = Math.min(range.endLine, (closed?.line ?? Number.POSITIVE_INFINITY) - 1);
    let endLine = Math.min(limit, line + MOST_LINES - 1);
    while (endLine > block.endLine && this.index.length({ line, endLine }) > MOST_CHARACTERS) endLine -= 1;
    endLine = Math.max(endLine, Math.min(block.endLine, limit));
    const last = Math.max(line, this.index.lastSaid(limit));
    endLine = Math.max(line, this.index.lastSaid(endLine));
    return { line, endLine, isCut: endLine < last };
  }

  private blockAt(range: LineRange, block: Block): Block {
    let at = block;
    while (at.parent !== null && at.line > range.line) at = at.parent;
    if (at.line === range.line) return at;
    for (; at.line < range.line && at.id + 1 < this.page.blocks.length; )
      at = this.page.blocks[at.id + 1] ?? at;
    return at;
  }

  /** Titles of the topics that a range is in, without the one that it is. */
  private pathAbove(range: LineRange): string[] {
    const path: string[] = [];
    for (let topic = this.byLine[range.line] ?? null; topic !== null; topic = this.above(topic)) {
      if (topic.line < range.line) path.unshift(topic.title);
    }
    return path;
  }
}

function cutAtWord(markdown: string): string {
  const head = markdown.slice(0, MOST_OF_BLOCK);
  const words = head.slice(MOST_OF_BLOCK / 2).search(/\s\S*$/);
  return words < 0 ? head.replace(/[\uD800-\uDBFF]$/, "") : head.slice(0, MOST_OF_BLOCK / 2 + words);
}

/** Whether a block is an address that somebody posted. */
function isPosted(block: Block): boolean {
  return isBare(block) && /\/|#\d/.test(block.text);
}

/** Whether nothing but bare mentions comes before a child. */
function opensWith(above: Block, child: Block): boolean {
  const first = above.children.slice(0, MOST_BARE);
  return first.includes(child) && first.slice(0, first.indexOf(child)).every(isBare);
}

/** The header of a table and the line of dashes below it. */
const headerRange = ({ line }: Block): LineRange => ({ line, endLine: line + 1 });

const own = (block: Block): LineRange => ({ line: block.line, endLine: block.endLine });

function speakerOf(block: Block): string | null {
  let at: Block | null = block;
  for (let level = 0; at !== null && level < MOST_LEVELS; at = at.parent, level += 1) {
    if (at.speaker !== null) return at.speaker;
  }
  return null;
}

/** The heading right above a block, or above the bare lines before it. */
function openedBy(block: Block): Block | null {
  let at = block.previous;
  for (let count = 0; at !== null && count < MOST_BARE; at = at.previous, count += 1) {
    if (at.kind === "heading") return at;
    if (at.children.length > 0 || !isBare(at)) return null;
  }
  return null;
}
