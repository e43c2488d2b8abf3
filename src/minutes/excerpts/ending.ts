import type { Excerpt, LineRange } from "../meeting.ts";
import type { Page } from "../page.ts";
import { firstAt } from "../sorted.ts";
import type { LineIndex } from "./line-index.ts";

/** So much of the end of a long passage is quoted besides its beginning. */
const MOST_LINES = 8;
const MOST_CHARACTERS = 1200;

/**
 * The last blocks of a passage of which only the beginning is quoted.
 *
 * @param all - The passage.
 * @param shown - What is quoted of it.
 * @returns null: they are too long, or something private is in between
 */
export function endingOf(
  { blocks, privateParts }: Pick<Page, "blocks" | "privateParts">,
  index: LineIndex,
  all: LineRange,
  shown: LineRange,
): NonNullable<Excerpt["ending"]> | null {
  const isHidden = privateParts.some((part) => part.line > shown.endLine && part.line <= all.endLine);
  const endLine = index.lastSaid(all.endLine);
  if (isHidden || endLine <= shown.endLine) return null;
  let line = 0;
  for (let at = firstAt(blocks, endLine + 1, (block) => block.line) - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || block.line <= shown.endLine || block.kind === "heading") break;
    const isTooLong = endLine - block.line >= MOST_LINES;
    if (isTooLong || index.length({ line: block.line, endLine }) > MOST_CHARACTERS) break;
    if (block.parent === null && block.kind !== "row") line = block.line;
  }
  return line === 0 ? null : { line, endLine, markdown: index.slice({ line, endLine }) };
}
