import type { LineRange } from "../meeting.ts";
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

/** A heading of deeper level belongs to the part of the one above. */
function endOfPart(blocks: readonly BlockNode[], index: number, lastLine: number): number {
  const depth = blocks[index]?.depth ?? 0;
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind === "heading" && block.depth <= depth) return block.line - 1;
  }
  return lastLine;
}

/** The last line of the paragraph that a block begins, although it was split up. */
function endOfParagraph(blocks: readonly BlockNode[], index: number): number {
  let end = blocks[index]?.endLine ?? 0;
  for (let at = index + 1; blocks[at] !== undefined && blocks[at]?.continues === blocks[at - 1]; at += 1) {
    end = blocks[at]?.lastLine ?? end;
  }
  return end;
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
  for (const [index, block] of blocks.entries()) {
    const isOwn = own?.test(block.text) === true;
    if (block.kind === "heading" && (isOwn || HEADING.test(block.text))) {
      parts.push({ line: block.line, endLine: endOfPart(blocks, index, lastLine) });
    } else if (isOwn || (BLOCK.test(block.text) && !NOTHING_LEFT.test(block.text))) {
      parts.push({ line: block.line, endLine: Math.max(block.lastLine, endOfParagraph(blocks, index)) });
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

/** Whether a block stands in one of the parts. */
export function isInside(block: LineRange, parts: readonly LineRange[]): boolean {
  return parts.some((part) => block.line >= part.line && block.line <= part.endLine);
}
