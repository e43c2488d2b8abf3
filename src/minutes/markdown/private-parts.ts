import type { LineRange } from "../meeting.ts";
import { firstAt } from "../sorted.ts";
import type { BlockNode } from "./block-node.ts";

/**
 * What keeps a part of the minutes private:
 *
 * | habit | what is kept | example |
 * | --- | --- | --- |
 * | a heading that says so | everything up to the next heading of its level | `## Executive session` |
 * | a block that begins with it | the block and what hangs below it | `- [private] salary round` |
 * | fences | everything between them | `<!-- minutebook: private -->` … `<!-- /minutebook: private -->` |
 */
const WORDS =
  "private|confidential|off[ -]the[ -]record|not for publication|(?:executive|closed|in[ -]camera|private|confidential) (?:session|part|section|discussion|topics?|items?|notes?)|redacted|embargoed|members only";
const HEADING = new RegExp(`^\\W*(?:\\d+[.)]\\s*)?(?:${WORDS})\\W*$|[[(](?:${WORDS})[\\])]`, "i");
const BLOCK = new RegExp(`^\\W*(?:[[(](?:${WORDS})[\\])]|(?:${WORDS})\\s*(?::|$))`, "i");
const NOTHING_LEFT = /^\W*redacted\W*$/i;
const FENCE = /^\/?\s*minutebook:\s*(?:(\/)\s*)?(private|public|end[ -]private)$/i;

interface Comment {
  readonly line: number;
  readonly text: string;
}

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** For each heading, the line before the next of its level or above: one of deeper level belongs to its part. */
function endsOfParts(blocks: readonly BlockNode[], lastLine: number): ReadonlyMap<BlockNode, number> {
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

/** For each block, the last line of the paragraph that it begins, although that was split up. */
function endsOfParagraphs(blocks: readonly BlockNode[]): readonly number[] {
  const ends: number[] = [];
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    const goesOn = next !== undefined && next.continues === block;
    const isLast = goesOn && blocks[at + 2]?.continues !== next;
    ends[at] = (isLast ? next.lastLine : goesOn ? ends[at + 1] : block?.endLine) ?? 0;
  }
  return ends;
}

/** Private parts, and the lines of fences without an end. */
export interface PrivateParts {
  readonly parts: readonly LineRange[];
  readonly openFences: readonly number[];
}

function fencedParts(
  comments: readonly Comment[],
  lastLine: number,
): { parts: LineRange[]; openFences: number[] } {
  const parts: LineRange[] = [];
  let open: number | null = null;
  for (const { line, text } of comments) {
    const fence = FENCE.exec(text);
    if (fence === null) continue;
    const closes = text.startsWith("/") || fence[1] === "/" || fence[2]?.toLowerCase() !== "private";
    if (!closes) open ??= line;
    else if (open !== null) {
      parts.push({ line: open, endLine: line });
      open = null;
    }
  }
  if (open === null) return { parts, openFences: [] };
  parts.push({ line: open, endLine: lastLine });
  return { parts, openFences: [open] };
}

/** Lines that are read for nothing and quoted nowhere. `markers` are a team's own words for such a heading or block. */
export function findPrivateParts(
  blocks: readonly BlockNode[],
  comments: readonly Comment[],
  lastLine: number,
  markers: readonly string[],
): PrivateParts {
  const { parts, openFences } = fencedParts(comments, lastLine);
  const own =
    markers.length === 0
      ? null
      : new RegExp(`^\\W*(?:${markers.map(escapeWord).join("|")})(?![\\p{L}\\d])`, "iu");
  const ends = endsOfParts(blocks, lastLine);
  const paragraphs = endsOfParagraphs(blocks);
  for (const [index, block] of blocks.entries()) {
    const isOwn = own?.test(block.text) === true;
    if (block.kind === "heading" && (isOwn || HEADING.test(block.text))) {
      parts.push({ line: block.line, endLine: ends.get(block) ?? lastLine });
    } else if (isOwn || (BLOCK.test(block.text) && !NOTHING_LEFT.test(block.text))) {
      parts.push({ line: block.line, endLine: Math.max(block.lastLine, paragraphs[index] ?? 0) });
    }
  }
  return { parts: merge(parts), openFences };
}

function merge(parts: readonly LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const part of parts.toSorted((a, b) => a.line - b.line)) {
    const last = merged.at(-1);
    if (last !== undefined && part.line <= last.endLine + 1) {
      merged[merged.length - 1] = { line: last.line, endLine: Math.max(last.endLine, part.endLine) };
    } else merged.push(part);
  }
  return merged;
}

/** Whether a block stands in one of the parts, which are in order. */
export function isInside(block: LineRange, parts: readonly LineRange[]): boolean {
  const part = parts[firstAt(parts, block.line + 1, ({ line }) => line) - 1];
  return part !== undefined && block.line <= part.endLine;
}
