import type { BlockNode } from "../markdown/block-node.ts";
import type { LineRange } from "../meeting.ts";
import { isInside } from "./ranges.ts";

/** The blocks that are in none of the parts, and that nothing ties to those that are. */
export function withoutPrivate(
  blocks: readonly BlockNode[],
  parts: readonly LineRange[],
): readonly BlockNode[] {
  if (parts.length === 0) return blocks;
  const hidden = new Set(blocks.filter((block) => isInside(block, parts)));
  const kept = blocks.filter((block) => !hidden.has(block));
  for (const block of kept) {
    while (block.heading !== null && hidden.has(block.heading)) block.heading = block.heading.heading;
    while (block.parent !== null && hidden.has(block.parent)) block.parent = block.parent.parent;
    if (block.leadIn !== null && hidden.has(block.leadIn)) block.leadIn = null;
    if (block.continues !== null && hidden.has(block.continues)) block.continues = null;
  }
  return kept;
}

/** A text with nothing on the lines of the parts; its lines keep their numbers. */
export function emptied(source: string, parts: readonly LineRange[]): string {
  if (parts.length === 0) return source;
  const pieces = source.split(/(\r\n|\n|\r)/);
  return pieces
    .map((piece, index) => {
      const line = Math.floor(index / 2) + 1;
      return index % 2 === 0 && isInside({ line, endLine: line }, parts) ? "" : piece;
    })
    .join("");
}
