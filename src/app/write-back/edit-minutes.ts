/** What is to be added to the line of an action. */
export interface MinutesEdit {
  /** The action's last line, 1-based. */
  readonly line: number;
  /** How these minutes would name its issue: `#12` or `owner/repo#12`. */
  readonly link: string;
  /** The number of its issue. */
  readonly number: number;
  /** Whether the action is to be marked as done. */
  readonly done: boolean;
}

/**
 * Adds links to issues and marks of what is done, and changes nothing else: all other characters stay, line ends too.
 * A line that names its issue already, or that nothing can be put behind (a row of a table), is left as it is.
 */
export function editMinutes(source: string, edits: readonly MinutesEdit[]): string {
  const lines = source.split("\n");
  for (const edit of edits) {
    const line = lines[edit.line - 1];
    if (line !== undefined) lines[edit.line - 1] = editLine(line, edit);
  }
  return lines.join("\n");
}

/** What ends a line: a hard break, blanks, the carriage return. */
const END = /(?:\s*\\)?\s*$/;

const OPEN_BOX = /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+)\[ \]/;

function editLine(line: string, { link, number, done }: MinutesEdit): string {
  if (/^\s*(?:>\s*)*\|/.test(line) || /(?:-->|```|~~~)\s*$/.test(line)) return line;
  const named = new RegExp(`(?:#|/issues/)${number}(?!\\d)`).test(line);
  const ticked = done && OPEN_BOX.test(line);
  const whole = ticked ? line.replace(OPEN_BOX, "$1[x]") : line;
  const more = `${named ? "" : ` (${link})`}${done && !ticked ? " -- DONE" : ""}`;
  if (more === "") return whole;
  const end = END.exec(whole)?.index ?? whole.length;
  return `${whole.slice(0, end)}${more}${whole.slice(end)}`;
}
