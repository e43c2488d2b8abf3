/**
 * A text from minutes or from GitHub, safe to print: without control characters, which could move a terminal's cursor
 * or change its title, and in one line.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
}

/** Many lines, safe to print: without control characters but those that end a line or indent it. */
export function printableLines(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (found) =>
    /[\n\t]/.test(found) ? found : "",
  );
}
