import { breakCommands } from "./actions-log.ts";

/** Moves a terminal's cursor, changes its title, or turns the direction of what is read. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/**
 * A text from minutes or from GitHub, safe to print: without control characters, which could move a terminal's cursor
 * or change its title, in one line, and with nothing that a runner of GitHub Actions would obey.
 */
export function printable(text: string): string {
  return breakCommands(text.replaceAll(/[\s\u2028\u2029]+/gu, " ").replaceAll(CONTROLS, "")).trim();
}

/** Many lines, safe to print: without control characters but those that end a line or indent it. */
export function printableLines(text: string): string {
  return breakCommands(text.replaceAll(CONTROLS, (found) => (/[\n\t]/.test(found) ? found : "")));
}
