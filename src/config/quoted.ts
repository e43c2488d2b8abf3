/** Longer texts are cut. */
const MAX_SHOWN = 80;

/** A text of the file in a message: in quotes, and cut where it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text);
}
