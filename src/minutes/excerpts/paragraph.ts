import type { LineRange } from "../meeting.ts";
import type { Block } from "../page.ts";

/** A paragraph that was split up is quoted whole if it has no more lines. */
const SHORT_LINES = 12;
/** A lead-in's list is quoted up to here. */
const MOST_LINES = 40;

const isNear = (a: Block, b: Block): boolean => Math.abs(a.line - b.line) <= SHORT_LINES;

/** All the lines of a paragraph that was split up, if it is short; and a lead-in's list, but not the next topics. */
export function wholeParagraph(block: Block, opensTopic: (at: Block) => boolean): LineRange {
  let first = block;
  for (
    let at = block.continues;
    at?.kind === "paragraph" && at.speaker === null && isNear(at, block);
    at = at.continues
  )
    first = at;
  let last = block;
  for (let at = block.next; at?.continues === last && at.speaker === null && isNear(at, block); at = at.next)
    last = at;
  const whole = { line: first.line, endLine: last.endLine };
  const chosen =
    whole.endLine - whole.line < SHORT_LINES ? whole : { line: block.line, endLine: block.endLine };
  let endLine = chosen.endLine;
  const isSentence = /[.!?…]["')]?$/.test(last.text);
  const continues = last.next !== null && !last.text.endsWith(":") && opensTopic(last.next);
  if (isSentence || continues) return { line: chosen.line, endLine };
  for (let at = last.next; at?.leadIn === last && at.line < last.line + MOST_LINES; at = at.next)
    endLine = Math.max(endLine, at.lastLine);
  return { line: chosen.line, endLine };
}
