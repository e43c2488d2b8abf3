import type { BlockNode } from "./markdown/block-node.ts";
import type { InlineText } from "./markdown/inline.ts";
import type { Block, Span } from "./page.ts";
import { firstAt } from "./sorted.ts";
import { trimBoth, trimEnd } from "../language/text/trim.ts";
import { isImperative } from "../language/verbs.ts";

/**
 * What is struck out is not said:
 *
 * | habit | example | read as |
 * | --- | --- | --- |
 * | a part of it, with what counts now beside it | `~~Ada~~ Linus to tag it`, `by ~~Friday~~ Monday` | what is left |
 * | all of it, but for a label and a remark | `~~Ada to tag it~~`, `TODO: ~~tag it~~ (not needed)` | `struck`: over |
 */

/** What may come before struck text that is all that is said: `TODO: `, `Ada to `, `- `. */
const LEAD = /(?:^|[:>)\]]|\b(?:to|will|should)|-|–|—)$/;
const REMARK = /[([][^()[\]]{0,120}[)\]]/g;
/** `Linus to tag it`, `Linus: tag it`, but not `Moved to the next meeting`. */
const TAKES_ON = new RegExp(
  "^@?(?!\\p{L}*ed\\b)\\p{L}[\\p{L}.'-]*(?:,? (?:and |& )?@?\\p{Lu}[\\p{L}.'-]*){0,4}" +
    "(?: (?:to|will|should|must|can) (?!the\\b|be\\b|a\\b|an\\b|next\\b|this\\b|our\\b|later\\b)\\p{Ll}|: ?\\S)",
  "u",
);
/** What became of it, behind struck text. */
const STATE = new RegExp(
  "^(?:moved|deferred|postponed|done|not|no|dropped|cancell?ed|superseded|obsolete|won'?t|wontfix|" +
    "see|replaced|handled|fixed|merged|closed|resolved|duplicate|n/a|withdrawn|abandoned|already|was|" +
    "is|has)\\b|^@?\\p{L}[\\p{L}\\d-]{0,30} (?:did|has(?! to\\b)|have(?! to\\b)|already|fixed|finished|" +
    "handled|closed|merged|took care)\\b",
  "iu",
);
/** Of a block, so that it is over as a whole although something follows. */
const SHARE = 0.6;
const FEW_WORDS = 3;

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}\uE000]+/gu) ?? []).length;

/** Takes struck parts out of texts, and notes which blocks are struck as a whole. */
export function readStruck(blocks: readonly BlockNode[]): void {
  const rows = new Map<BlockNode, BlockNode[]>();
  for (const block of blocks) {
    if (block.kind === "cell" && block.parent !== null) {
      const cells = rows.get(block.parent);
      if (cells === undefined) rows.set(block.parent, [block]);
      else cells.push(block);
    }
    const struck = block.spans.filter(({ kind }) => kind === "delete");
    if (struck.length === 0) continue;
    block.struck = isWhole(block.text, struck);
    if (!block.struck) block.take(withoutRanges(block.toInline(), struck));
  }
  for (const [row, cells] of rows) readRow(row, cells);
}

/** A row says what its cells say. */
function readRow(row: BlockNode, cells: readonly BlockNode[]): void {
  const filled = cells.filter(({ text }) => wordsIn(text) > 0);
  row.struck = filled.length > 0 && filled.every(({ struck }) => struck);
  const columns = [...Map.groupBy(cells, ({ table }) => table?.column ?? 0).values()];
  const join = (of: (cell: BlockNode) => string) =>
    columns.map((parts) => parts.map(of).join(" ")).join(" | ");
  const text = join((cell) => cell.text);
  // Cells without anything written are no blocks.
  if (columns.length !== row.text.split(" | ").length || text.length >= row.text.length) return;
  row.text = text;
  row.plain = join((cell) => cell.plain);
}

function isWhole(text: string, struck: readonly Span[]): boolean {
  const first = struck[0]?.start ?? 0;
  const lead = trimEnd(text.slice(0, first), /[\s*_]/);
  const before = LEAD.test(lead) ? "" : lead;
  const behind = restOf(text, struck, first).replace(REMARK, " ");
  const rest = trimBoth(behind, /[\s*_>:;,.–—-]/);
  if (wordsIn(before) === 0 && (wordsIn(rest) === 0 || STATE.test(rest))) return true;
  const length = text.length - first + before.length;
  const count = length - restOf(text, struck, first).length - before.length;
  const words = struck.map(({ start, end }) => text.slice(start, end)).join(" ");
  const takesOn = TAKES_ON.test(rest) || isImperative(rest);
  return count >= length * SHARE && wordsIn(words) >= FEW_WORDS && !takesOn;
}

/** What is outside of struck text, from an offset on. */
function restOf(text: string, struck: readonly Span[], from: number): string {
  let rest = "";
  let at = from;
  for (const { start, end } of struck) {
    if (start > at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
}

const SEPARATOR_AT_END = /(?:[,&+/]|\s(?:and|or|und|et|y))$/i;
const SEPARATOR_AT_START = /^(?:\s*[,&+/]|\s*(?:and|or|und|et|y)(?=\s))\s*/i;
const SIGN_AT_START = /^\s*(?:->|=>|→|⇒)\s*/;
const OPEN_END = /(?:^|[:;([–—-])$/;
const CLOSED_START = /^\s*(?:$|[:;.)\]–—]|(?:to|will|shall|should|must|can)\b)/;

/** No farther reaches what went with struck text. */
const NEAR = 24;

interface Gap {
  readonly start: number;
  readonly end: number;
  /** How much was taken out before it. */
  readonly before: number;
}

/** How long the separator is that a text ends in, with the blanks around it; 0: it ends in none. */
function separatorAtEnd(text: string): number {
  const words = text.trimEnd();
  const found = SEPARATOR_AT_END.exec(words);
  return found === null ? 0 : text.length - words.slice(0, found.index).trimEnd().length;
}

/** How much of what is beside struck text went with it: the comma of a list, one of two blanks, the arrow. */
function seam(left: string, right: string): { readonly left: number; readonly right: number } {
  const arrow = SIGN_AT_START.exec(right)?.[0].length ?? 0;
  if (arrow > 0) return { left: 0, right: arrow };
  const comma = SEPARATOR_AT_START.exec(right)?.[0].length ?? 0;
  if (comma > 0 && (OPEN_END.test(left.trimEnd()) || separatorAtEnd(left) > 0))
    return { left: 0, right: comma };
  const before = separatorAtEnd(left);
  if (before > 0 && CLOSED_START.test(right)) return { left: before, right: 0 };
  const blanks = left === "" || /[\s([]$/.test(left) ? (/^\s*/.exec(right)?.[0].length ?? 0) : 0;
  return { left: 0, right: blanks };
}

function findGaps(text: string, struck: readonly Span[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let before = 0;
  for (const { start, end } of struck) {
    const last = gaps.at(-1)?.end ?? 0;
    const from = Math.max(start, last);
    if (end <= from) continue;
    const beside = seam(text.slice(Math.max(last, from - NEAR), from), text.slice(end, end + NEAR));
    const gap = { start: from - beside.left, end: end + beside.right, before };
    gaps.push(gap);
    before += gap.end - gap.start;
  }
  return gaps;
}

/** A text without its struck parts; other spans and line ends keep their places in what is left. */
function withoutRanges(inline: InlineText, struck: readonly Span[]): InlineText {
  const gaps = findGaps(inline.text, struck);
  const shift = (offset: number): number => {
    const gap = gaps[firstAt(gaps, offset, ({ start }) => start) - 1];
    return gap === undefined ? offset : Math.max(offset, gap.end) - gap.before - (gap.end - gap.start);
  };
  const cut = (text: string): string =>
    [...gaps, { start: text.length }]
      .map(({ start }, index) => text.slice(gaps[index - 1]?.end ?? 0, start))
      .join("");
  const spans = inline.spans
    .filter(({ kind }) => kind !== "delete")
    .map((span) => ({ ...span, start: shift(span.start), end: shift(span.end) }))
    .filter(({ start, end }) => end > start);
  const breaks = inline.breaks.map((at) => ({ ...at, offset: shift(at.offset) }));
  return { ...inline, text: cut(inline.text), plain: cut(inline.plain), spans, breaks };
}

/** Whether what is at an offset of a block is struck. */
export function isStruckAt({ struck, spans }: Block, offset: number): boolean {
  if (!struck) return false;
  const parts = spans.filter(({ kind }) => kind === "delete");
  // A long text that was split has lost them.
  return parts.length === 0 || parts.some(({ start, end }) => start <= offset && offset < end);
}
