import { findDoneSpelling, type DoneSpelling } from "./done-mark.ts";

/** What is to be added to an action. */
export interface MinutesEdit {
  /** The action's first and last line, 1-based. */
  readonly line: number;
  readonly endLine: number;
  /** Its text, by which its cell is found in a table. */
  readonly words: string;
  /** How these minutes would name its issue: `#12` or `owner/repo#12`. */
  readonly link: string;
  /** The number of its issue. */
  readonly number: number;
  /** Whether the action is to be marked as done. */
  readonly done: boolean;
}

/**
 * Adds links to issues and marks of what is done, in the notes' own spelling, and changes nothing else: all other
 * characters stay, line ends too. A line that names its issue already, or that nothing can be put behind, is left
 * alone.
 */
export function editMinutes(source: string, edits: readonly MinutesEdit[]): string {
  const spelling = findDoneSpelling(source);
  const lines = source.split("\n");
  for (const edit of edits) editAction(lines, edit, spelling);
  return lines.join("\n");
}

const OPEN_BOX = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+)\[ \]/;

function editAction(lines: string[], edit: MinutesEdit, { mark, tick }: DoneSpelling): void {
  const { line, endLine, link, number, done, words } = edit;
  const first = lines[line - 1];
  if (first === undefined || lines[endLine - 1] === undefined) return;
  const ticked = done && OPEN_BOX.test(first);
  if (ticked) lines[line - 1] = first.replace(OPEN_BOX, `$1[${tick}]`);
  const named = lines.slice(line - 1, endLine).some((text) => namesIssue(text, number));
  const more = `${named ? "" : ` (${link})`}${done && !ticked ? mark : ""}`;
  lines[endLine - 1] = append(lines[endLine - 1] ?? "", more, words);
}

/** Whether a line mentions an issue by its number. */
const namesIssue = (line: string, number: number): boolean =>
  [...line.matchAll(/(?:#|\/issues\/)(\d+)/g)].some(([, digits]) => Number(digits) === number);

const TABLE_ROW = /^\s*(?:>\s*)*\|/;

/** Ends of lines behind which text would be hidden or break something: comments, fences. */
const CLOSED = /(?:-->|```|~~~)$/;

/** Where a line's words end: before a hard break, blanks, the carriage return. */
const endOfWords = (line: string): number => line.trimEnd().replace(/\\$/, "").trimEnd().length;

function append(line: string, more: string, words: string): string {
  if (more === "" || CLOSED.test(line.trimEnd())) return line;
  if (!TABLE_ROW.test(line)) {
    const end = endOfWords(line);
    return `${line.slice(0, end)}${more}${line.slice(end)}`;
  }
  // In a table it goes behind the words, into their cell; where they are spelled otherwise there, nowhere.
  const tail = words.slice(-20);
  const at = tail === "" ? -1 : line.indexOf(tail);
  if (at === -1) return line;
  const end = at + tail.length;
  return `${line.slice(0, end)}${more}${line.slice(end)}`;
}
