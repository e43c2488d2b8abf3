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

/** Many lines that may have colours: as they are, without any other control character. */
export function printableLines(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour is one.
  return text.replaceAll(/\u001B\[\d{1,3}m|\p{Cc}/gu, (found) =>
    found.length > 1 || /[\n\t]/.test(found) ? found : "",
  );
}
