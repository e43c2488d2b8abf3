import type { DoneSpelling } from "./done-mark.ts";

const CHECK_BOX = /^(\s*(?:[-*+]|\d+[.)])\s+\[)[ ](\])/;

const TABLE_ROW = /^\s*\|.*\|\s*$/;

/** A line without its end, and its end. */
function parts(line: string): { readonly text: string; readonly end: string } {
  const end = /\s*$/.exec(line)?.[0] ?? "";
  return { text: line.slice(0, line.length - end.length), end };
}

/**
 * Puts something behind an action's words: at the end of its line, in a table at the end of its cell.
 *
 * @param words - The action's text; tells its cell.
 * @returns null where the words are not found in the row.
 */
export function appendToLine(line: string, addition: string, words: string): string | null {
  const { text, end } = parts(line);
  if (!TABLE_ROW.test(line)) return `${text}${addition}${end}`;
  const tail = words.slice(-20);
  const at = text.indexOf(tail);
  return at === -1
    ? null
    : `${text.slice(0, at + tail.length)}${addition}${text.slice(at + tail.length)}${end}`;
}

/** Says that an action is done: ticks its check box, or puts the notes' own word behind it. */
export function markDone(line: string, spelling: DoneSpelling, words: string): string | null {
  if (CHECK_BOX.test(line)) return line.replace(CHECK_BOX, `$1${spelling.tick}$2`);
  return appendToLine(line, spelling.mark, words);
}
