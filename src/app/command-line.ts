/** GitHub takes no longer comments. */
const MAX_COMMENT = 65_536;

/** None of Minutebook's commands is as long. */
const MAX_LINE = 500;

/**
 * Where something may begin that a line is no longer plain text in: code, HTML and its comments, a formula. Addresses
 * and pictures do no harm.
 */
const OPENING = /```|~~~|\$\$|<(?!https?:\/\/|mailto:|(?:img|br)\b)[a-z!?/]/i;

/** A line of a paragraph of nothing but words: no quote, list, heading or code, and no beginning of one in it. */
const WORDS = /^[\p{L}@][^`<>[\]$\\|]*$/u;

/** What makes the line above it a heading, or the head of a table. */
const UNDERLINE = /^[ \t]*[-=|:][-=|: \t]*$/;

/**
 * The words of the first command in a comment, without `/minutebook`: a line that is text of the comment itself, at the
 * margin, below an empty line, the comment's beginning or plain words. Nothing below code, HTML or a formula is treated
 * as one, for that may have no end. One pass over the lines, since anybody can write a comment.
 *
 * @returns null: there is none
 */
export function findCommandLine(comment: string): readonly string[] | null {
  let isPlain = true;
  const lines = comment.slice(0, MAX_COMMENT).split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (OPENING.test(line)) return null;
    if (isPlain && line.length <= MAX_LINE) {
      const [command, ...words] = line.trimEnd().split(/[ \t]+/);
      if (command === "/minutebook" && !UNDERLINE.test(lines[index + 1] ?? "")) return words;
    }
    isPlain = line.trim() === "" || (isPlain && line.length <= MAX_LINE && WORDS.test(line));
  }
  return null;
}
