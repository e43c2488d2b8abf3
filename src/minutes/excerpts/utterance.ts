import type { LineRange } from "../meeting.ts";
import type { Block } from "../page.ts";

/** Further below, the scribe's lines are another matter. */
const MOST_LINES = 40;

/** So many replies to a question are quoted with it. */
const MOST_REPLIES = 2;
const LONGEST_REPLY = 200;

/** What somebody says: with the lines where the scribe continues, and the first replies to what is asked. */
export function utterance(block: Block): LineRange {
  let endLine = block.lastLine;
  let last = block;
  for (let at = block.next; at !== null && at.line < block.line + MOST_LINES; at = at.next) {
    const continues = at.speaker === block.speaker && /^(?:…|\.\.\.)/.test(at.text);
    if (!continues && at.leadIn !== block) break;
    endLine = Math.max(endLine, at.lastLine);
    last = at;
  }
  return { line: block.line, endLine: Math.max(endLine, repliesTo(last)) };
}

/** The last line of what others say right after a question; 0: nobody is asked, or nobody says anything. */
export function repliesTo(question: Block): number {
  if (!question.text.endsWith("?")) return 0;
  let endLine = 0;
  for (let at = question.next, count = 0; at !== null && count < MOST_REPLIES; at = at.next, count += 1) {
    const isReply = at.speaker !== null && at.speaker !== question.speaker && at.text.length <= LONGEST_REPLY;
    if (!isReply || at.parent !== question.parent || /#\d|\/\d/.test(at.text)) break;
    endLine = at.lastLine;
  }
  return endLine;
}
