import type { Code, List, Paragraph, Table } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { paragraph, text } from "./build.ts";
import { printGfm } from "./markdown.ts";
import { cutText } from "../../language/text/cut.ts";
import { neutralWords } from "./neutral-text.ts";
import type { Blocks } from "./quote.ts";

type Block = Blocks[number];

/** Columns that a level of nesting may put before each line. */
const INDENT = 4;
/** What does not fit is tried again with so much of it. */
const SMALLER = 0.8;

/**
 * As many blocks from the beginning as fit, cut between paragraphs, items, rows or lines of code; within a paragraph
 * only where not even the first one fits.
 *
 * @param budget - UTF-16 units of Markdown, quoted.
 */
export function fitBlocks(blocks: Blocks, budget: number): { blocks: Blocks; cut: boolean } {
  const kept: Blocks = [];
  const rest = fill(blocks, budget, 1, kept, true);
  return { blocks: kept, cut: rest };
}

/**
 * Fills `kept`; whether something was cut.
 *
 * @param mayCutWords - Whether a paragraph may be cut where nothing is before it.
 */
function fill(
  blocks: readonly Block[],
  budget: number,
  depth: number,
  kept: Blocks,
  mayCutWords: boolean,
): boolean {
  let left = budget;
  for (const block of blocks) {
    const cost = costOf(block, depth);
    if (cost > left) {
      const part = cutBlock(block, left, depth, mayCutWords && kept.length === 0);
      if (part !== null) kept.push(part);
      return true;
    }
    kept.push(block);
    left -= cost;
  }
  return false;
}

/** An upper bound of what a block takes, with what its place puts before each of its lines. */
function costOf(block: Block, depth: number): number {
  const printed = printGfm([block]);
  return printed.length + printed.split("\n").length * INDENT * depth + 2 * INDENT * depth;
}

function cutBlock(block: Block, budget: number, depth: number, isFirst: boolean): Block | null {
  switch (block.type) {
    case "list":
      return cutList(block, budget, depth, isFirst);
    case "blockquote": {
      const children: Blocks = [];
      fill(block.children, budget, depth + 1, children, isFirst);
      return children.length === 0 ? null : { ...block, children };
    }
    case "code":
      return cutCode(block, budget, depth);
    case "table":
      return cutTable(block, budget, depth);
    case "paragraph":
      return isFirst ? cutParagraph(block, budget, depth) : null;
    default:
      return null;
  }
}

function cutList(block: List, budget: number, depth: number, isFirst: boolean): List | null {
  const items: List["children"] = [];
  let left = budget;
  for (const item of block.children) {
    const cost = costOf({ ...block, children: [item] }, depth);
    if (cost > left) {
      const children: Blocks = [];
      fill(item.children, left - INDENT, depth + 1, children, isFirst && items.length === 0);
      if (children.length > 0) items.push({ ...item, children });
      break;
    }
    items.push(item);
    left -= cost;
  }
  return items.length === 0 ? null : { ...block, children: items };
}

function cutCode(block: Code, budget: number, depth: number): Code | null {
  let left = budget - 100;
  const lines: string[] = [];
  for (const line of block.value.split("\n")) {
    left -= line.length + 1 + INDENT * depth;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.length === 0 ? null : { ...block, value: lines.join("\n") };
}

function cutTable(block: Table, budget: number, depth: number): Table | null {
  for (let rows = block.children.length - 1; rows > 1; rows = Math.floor(rows / 2)) {
    const part = { ...block, children: block.children.slice(0, rows) };
    if (costOf(part, depth) <= budget) return part;
  }
  return null;
}

/** As many words as fit: escapes may double what one takes, and each of its lines has what its place puts before it. */
function cutParagraph(block: Paragraph, budget: number, depth: number): Paragraph | null {
  const all = plainText(block);
  for (let limit = Math.floor(budget / 2); limit > 0; limit = Math.floor(limit * SMALLER)) {
    const words = cutText(all, limit);
    if (words === "") return null;
    const part = paragraph(text(neutralWords(words)));
    const printed = printGfm([part]);
    if (printed.length + printed.split("\n").length * INDENT * depth <= budget) return part;
  }
  return null;
}
