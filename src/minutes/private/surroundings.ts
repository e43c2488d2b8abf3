import type { BlockNode } from "../markdown/block-node.ts";
import type { LineRange } from "../meeting.ts";
import { firstAt } from "../sorted.ts";
import type { Mark } from "./marks.ts";

const TOPIC_LINE = /^(?:<[^<>]{1,40}> ?)?(?:sub)?topic ?: ?\S/i;
const CONTINUES = /^(?:<[^<>]{1,40}> ?)?(?:…|\.\.\.)/;
const TAGGED = /^(?:<[^<>]{1,40}>|\[name=)/;

/** Whether a part of a paragraph that was split is surely somebody else's words: a nick, a tag, a name in bold. */
function speaks({ text, spans }: BlockNode): boolean {
  const [first] = spans;
  const isBold = first?.kind === "strong" && first.start === 0;
  const label = isBold ? text.slice(0, first.end + 1) : "";
  return TAGGED.test(text) || (label.includes(":") && !/^\p{Lu}{2,}\b/u.test(label));
}

const isBoldLine = ({ kind, parent, spans, text }: BlockNode): boolean =>
  kind === "paragraph" &&
  parent === null &&
  spans.some((span) => span.kind === "strong" && span.start === 0 && span.end >= text.length * 0.8);

const isTopic = ({ kind, text }: BlockNode): boolean =>
  kind === "heading" || (kind === "paragraph" && TOPIC_LINE.test(text));

/** How far what a block says of its own privacy reaches. */
export class Surroundings {
  private readonly blocks: readonly BlockNode[];
  private readonly marks: readonly Mark[];
  private readonly lastLine: number;
  /** For each block, the last line of its heading's part, or of its paragraph although that was split. */
  private readonly sections: ReadonlyMap<BlockNode, number>;
  private readonly paragraphs: readonly number[];
  /** The last line of the list or table that a paragraph comes before. */
  private readonly lists = new Map<BlockNode, number>();
  /** For each block, the next that says that the private part ends, before another begins. */
  private readonly closings: readonly (number | null)[];
  /** The lines on which topics begin. */
  private readonly topics: readonly number[];

  constructor(blocks: readonly BlockNode[], marks: readonly Mark[], lastLine: number) {
    this.blocks = blocks;
    this.marks = marks;
    this.lastLine = lastLine;
    this.sections = endsOfSections(blocks, lastLine);
    this.paragraphs = endsOfParagraphs(blocks);
    this.closings = nextClosings(marks);
    this.topics = blocks.filter(isTopic).map(({ line }) => line);
    for (const { leadIn, lastLine: end } of blocks) {
      if (leadIn !== null) this.lists.set(leadIn, Math.max(this.lists.get(leadIn) ?? 0, end));
    }
  }

  /** The parts that marks keep private, besides those that are known and whose marks are their own. */
  marked(known: readonly LineRange[]): readonly LineRange[] {
    const parts: LineRange[] = [];
    let tagged: BlockNode | null = null;
    for (const [index, mark] of this.marks.entries()) {
      const block = this.blocks[index];
      if (block === undefined || isWithin(block, known)) continue;
      if (mark.isEndTag && !mark.opens) {
        parts.push({ line: tagged?.line ?? this.startOf(block.line), endLine: block.endLine });
        tagged = null;
      }
      if (!mark.isPrivate) continue;
      const above = this.saysOfItem(block, mark);
      if (above !== null) parts.push({ line: above.line, endLine: Math.max(above.lastLine, above.endLine) });
      if (mark.isOfAbove) parts.push({ line: this.startOf(block.line), endLine: block.endLine });
      tagged = block;
      const before = parts.at(-1)?.endLine ?? 0;
      // What is in a part already needs no look at what is around it, unless it says where the part ends.
      const end =
        block.lastLine <= before && !mark.isRest
          ? this.endOfInner(index, before)
          : this.endOf(index, block, mark);
      parts.push({ line: block.line, endLine: Math.max(end, before) });
    }
    return parts;
  }

  /** The item that a mark below it is about: `- 950` with `- (confidential)` below. null: it is about itself. */
  private saysOfItem(block: BlockNode, mark: Mark): BlockNode | null {
    const isTitle = block.lastLine > block.endLine || this.lists.has(block) || mark.opens;
    return block.kind === "item" && mark.isAlone && !isTitle && block.parent?.kind === "item"
      ? block.parent
      : null;
  }

  private endOfInner(index: number, end: number): number {
    const closing = this.closings[index] ?? null;
    return closing === null ? end : Math.max(end, this.blocks[closing]?.endLine ?? end);
  }

  private endOf(index: number, block: BlockNode, mark: Mark): number {
    if (mark.isRest) return this.endOfRest(index);
    if (block.kind === "heading") return this.sections.get(block) ?? this.lastLine;
    const own = this.endOfOwn(index, block);
    if (block.table !== null) return this.endInTable(index, mark, own);
    // A check-in such as `- Ada: [private]` is about Ada, and an item about what hangs below it.
    const isOfItself = block.kind === "item" && (own > block.endLine || /[:>-]/.test(block.text));
    const isTitle = block.kind === "paragraph" && (TOPIC_LINE.test(block.text) || isBoldLine(block));
    const opens = mark.opens || isTitle || (mark.isAlone && !mark.closes && !isOfItself);
    return opens ? Math.max(own, this.endOfOpen(index, mark)) : own;
  }

  private endOfRest(index: number): number {
    const closing = this.closings[index] ?? null;
    return closing === null ? this.lastLine : (this.blocks[closing]?.endLine ?? this.lastLine);
  }

  /** The block, what hangs below it, the rest of its paragraph, its list, and where the scribe continues. */
  private endOfOwn(index: number, block: BlockNode): number {
    const isCallout = block.text.startsWith("[!");
    let end = Math.max(
      block.endLine,
      block.lastLine,
      this.paragraphs[index] ?? 0,
      this.lists.get(block) ?? 0,
    );
    for (let at = index + 1; at < this.blocks.length; at += 1) {
      const next = this.blocks[at];
      if (next === undefined || next.kind === "heading") break;
      const isQuoted = block.quoted && next.quoted && next.line <= end + 2 && (isCallout || !speaks(next));
      if (next.line > end && !CONTINUES.test(next.text) && !isQuoted) break;
      end = Math.max(end, next.lastLine);
    }
    return end;
  }

  /** A row; the rows below one that says nothing else; the table, where its header says so. */
  private endInTable(index: number, mark: Mark, own: number): number {
    let first = index;
    while (this.blocks[first]?.kind === "cell") first -= 1;
    const row = this.blocks[first];
    let filled = 0;
    let end = own;
    let isSection: boolean | null = row?.table?.row === 0 ? true : null;
    for (let at = first + 1; at < this.blocks.length; at += 1) {
      const next = this.blocks[at];
      if (next?.table == null || (next.kind === "row" && next.table.row === 0)) break;
      if (next.kind === "row") {
        isSection ??= mark.isAlone && filled <= 1;
        if (!isSection) break;
      } else if (next.text !== "") filled += 1;
      end = Math.max(end, next.lastLine);
    }
    return end;
  }

  /** Where a part ends that a block opens: where the minutes state it, or before the next topic. */
  private endOfOpen(index: number, mark: Mark): number {
    const closing = this.closings[index] ?? null;
    if (closing !== null) return this.blocks[closing]?.endLine ?? this.lastLine;
    const isOfSection = this.blocks[index - 1]?.kind === "heading" && !mark.isName;
    return this.endOfTopic(index, mark.opens || isOfSection);
  }

  /**
   * The line before the next topic: a heading, a scribe's topic, a line in bold.
   *
   * @param isOfSection - It is about all that its heading is about, so that deeper headings do not end it.
   */
  endOfTopic(index: number, isOfSection = false): number {
    const block = this.blocks[index];
    const depth = isOfSection ? (block?.heading?.depth ?? 6) : 6;
    const isBelowBold = block !== undefined && this.isBelowBold(index);
    for (let at = index + 1; at < this.blocks.length; at += 1) {
      const next = this.blocks[at];
      if (next === undefined) break;
      const isHeading = next.kind === "heading" && next.depth <= depth;
      const isScribed = next.kind === "paragraph" && TOPIC_LINE.test(next.text);
      if (isHeading || isScribed || (isBelowBold && isBoldLine(next))) return next.line - 1;
    }
    return this.lastLine;
  }

  private isBelowBold(index: number): boolean {
    for (let at = index; at >= 0; at -= 1) {
      const block = this.blocks[at];
      if (block === undefined || block.kind === "heading") return false;
      if (isBoldLine(block)) return true;
    }
    return false;
  }

  /** The line of the heading or scribe's topic that a line is under; 1 where there is none. */
  startOf(line: number): number {
    return this.topics[firstAt(this.topics, line + 1, (topic) => topic) - 1] ?? 1;
  }
}

/** Whether all of a block is in one of the parts. */
function isWithin({ line, endLine }: LineRange, parts: readonly LineRange[]): boolean {
  const part = parts[firstAt(parts, line, (one) => one.endLine)];
  return part !== undefined && part.line <= line && endLine <= part.endLine;
}

/** For each heading, the line before the next of its level or above: one of deeper level belongs to its part. */
function endsOfSections(blocks: readonly BlockNode[], lastLine: number): ReadonlyMap<BlockNode, number> {
  const ends = new Map<BlockNode, number>();
  const open: BlockNode[] = [];
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    for (let last = open.at(-1); last !== undefined && last.depth >= block.depth; last = open.at(-1)) {
      ends.set(last, block.line - 1);
      open.pop();
    }
    open.push(block);
  }
  for (const block of open) ends.set(block, lastLine);
  return ends;
}

/** For each block, the last line of the paragraph that it begins, up to where somebody else speaks. */
function endsOfParagraphs(blocks: readonly BlockNode[]): readonly number[] {
  const ends: number[] = [];
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    const continues = next !== undefined && next.continues === block && !speaks(next);
    ends[at] = continues ? Math.max(next.lastLine, ends[at + 1] ?? 0) : (block?.endLine ?? 0);
  }
  return ends;
}

function nextClosings(marks: readonly Mark[]): readonly (number | null)[] {
  const next: (number | null)[] = [];
  let known: number | null = null;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    next[at] = known;
    if (mark?.opens === true || (mark?.isAlone === true && !mark.closes && !mark.isEndTag)) known = null;
    else if (mark?.closes === true) known = at;
  }
  return next;
}
