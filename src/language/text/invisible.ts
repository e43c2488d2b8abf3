/** Characters that nobody sees; a tab and a line end are none. */
const INVISIBLE = new RegExp(
  [
    // Soft hyphen; fillers; what replaces an image.
    "[\\u00AD\\u3164\\uFFA0\\uFFF0-\\uFFFC]|\\u034F|\\u115F|\\u1160|\\u17B4|\\u17B5",
    // Zero-width and bidirectional controls.
    "[\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]",
    // Selectors of variants, of shorthand and of music; tags.
    "\\u180B|\\u180C|\\u180D|\\u180F|[\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}]",
    // All other controls.
    "(?![\\t\\n])\\p{Cc}",
  ].join("|"),
  "gu",
);

/** End lines for some programs and not for Markdown. */
const LINE_SEPARATORS = /[\u2028\u2029]/g;

/** Joiners that no letter beyond ASCII or emoji needs. */
const LONE_JOINER =
  /(?<![^\p{ASCII}\u200C\u200D])[\u200C\u200D]+|[\u200C\u200D]+(?![^\p{ASCII}\u200C\u200D])/gu;

/** The text without characters that hide or reorder what people see, and with no half surrogate pair. */
export function removeInvisible(text: string): string {
  return text.toWellFormed().replace(LINE_SEPARATORS, " ").replace(INVISIBLE, "").replace(LONE_JOINER, "");
}
