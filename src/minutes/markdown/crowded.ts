/**
 * A paragraph with more marks than this was not written by a person. The parser's work on it grows with the square of
 * their number, because each may close any before it.
 */
const MOST_MARKS = 1500;

const MARKS = /[*_~`[\]<!]/g;

/** A line that ends a paragraph: nothing on it, or an item, a row, a heading. */
const NEW_BLOCK = /^\s*(?:$|[-*+|#>]|\d{1,9}[.)])/;

/** Whether any paragraph holds more marks than people write. */
function isCrowded(text: string): boolean {
  let count = 0;
  for (const line of text.split("\n")) {
    if (NEW_BLOCK.test(line)) count = 0;
    count += line.match(MARKS)?.length ?? 0;
    if (count > MOST_MARKS) return true;
  }
  return false;
}

/** The constructs of a parser that look for a mark's other half, by their names in micromark. */
const PAIRED_CONSTRUCTS = [
  "attention",
  "autolink",
  "codeText",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "strikethrough",
];

/** The parser copies all that it has whenever a line of dashes makes a heading of the line above. */
const MOST_UNDERLINED = 200;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** For each footnote, the parser looks through the names of all and through its paragraph. */
const MOST_FOOTNOTES = 500;

/** For each reference, the parser looks through the names of all definitions. */
const MOST_DEFINITIONS = 2000;
const DEFINITION = /^[ \t>]*\[[^\]\r\n\u2028\u2029]+\]:/gm;

/** The constructs, by their names in micromark, that a text holds so many of that nobody wrote them: they stay text. */
export function overusedConstructs(text: string): readonly string[] {
  return [
    ...(isCrowded(text) ? PAIRED_CONSTRUCTS : []),
    ...(hasManyUnderlined(text) ? ["setextUnderline"] : []),
    ...(isMoreThan(text, DEFINITION, MOST_DEFINITIONS) ? ["definition"] : []),
  ];
}

function hasManyUnderlined(text: string): boolean {
  let count = 0;
  let isAfterText = false;
  for (const line of text.split("\n")) {
    if (isAfterText && UNDERLINE.test(line)) count += 1;
    isAfterText = /\S/.test(line);
  }
  return count > MOST_UNDERLINED;
}

/** Whether a text calls for more footnotes than people write; then they stay text. */
export function hasTooManyFootnotes(text: string): boolean {
  return isMoreThan(text, /\[\^/g, MOST_FOOTNOTES);
}

/** Whether a pattern is found more often than that. */
function isMoreThan(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
