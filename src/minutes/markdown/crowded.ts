/**
 * A paragraph with more marks than this was not written by a person. The parser's work on it grows with the square of
 * their number, because each may close any before it.
 */
const MOST_MARKS = 1500;

const MARKS = /[*_~`[\]<!]/g;

/** A line that ends a paragraph: nothing on it, or an item, a row, a heading. */
const NEW_BLOCK = /^\s*(?:$|[-*+|#>]|\d{1,9}[.)])/;

/** Whether any paragraph holds more marks than people write. */
export function isCrowded(text: string): boolean {
  let count = 0;
  for (const line of text.split("\n")) {
    if (NEW_BLOCK.test(line)) count = 0;
    count += line.match(MARKS)?.length ?? 0;
    if (count > MOST_MARKS) return true;
  }
  return false;
}

/** The constructs of a parser that look for a mark's other half, by their names in micromark. */
export const PAIRED_CONSTRUCTS = [
  "attention",
  "autolink",
  "codeText",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "strikethrough",
];
