import type { BlockNode } from "../markdown/block-node.ts";
import type { LineRange } from "../meeting.ts";
import { firstAt } from "../sorted.ts";

/** Ranges in order, those that touch as one. */
export function merge(parts: readonly LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const part of parts.toSorted((a, b) => a.line - b.line)) {
    const last = merged.at(-1);
    if (last !== undefined && part.line <= last.endLine + 1) {
      merged[merged.length - 1] = { line: last.line, endLine: Math.max(last.endLine, part.endLine) };
    } else merged.push(part);
  }
  return merged;
}

/** Whether a range has a line in one of the parts, which are in order. */
export function isInside({ line, endLine }: LineRange, parts: readonly LineRange[]): boolean {
  const part = parts[firstAt(parts, line, (one) => one.endLine)];
  return part !== undefined && part.line <= endLine;
}

/** The parts with all of every block that has a line in them, and all that hangs below it. */
export function absorb(parts: readonly LineRange[], blocks: readonly BlockNode[]): readonly LineRange[] {
  for (let known = parts; ; ) {
    const grown = blocks
      .filter((block) => isInside(block, known))
      .map(({ line, endLine, lastLine, kind }) => ({
        line,
        endLine: kind === "heading" ? endLine : Math.max(endLine, lastLine),
      }));
    const next = merge([...known, ...grown]);
    if (JSON.stringify(next) === JSON.stringify(known)) return next;
    known = next;
  }
}
