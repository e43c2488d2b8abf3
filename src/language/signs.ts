import { allPatterns } from "./languages.ts";
import { endOfAll } from "./text/trim.ts";

/**
 * What comes before the words of an item and gives only its state or weight:
 *
 * | habit | example |
 * | --- | --- |
 * | a sign | `🔴 Ada: tag it`, `⏳ Ada to tag it`, `→ Ada to tag it`, `:hourglass: Ada to tag it` |
 * | a state in brackets | `[IN PROGRESS] Ada: tag it`, `(open) Ada to tag it`, `[P1] Ada to tag it` |
 */
const STATE = allPatterns(({ states }) => states?.inBrackets);
const LABEL = allPatterns(({ states }) => states?.labels);
const SIGN = new RegExp(
  [
    "[\\s*_>\"'•●◦▪·-]|=>|[→⇒►▶➡]",
    "\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\p{Emoji_Modifier}|[\\d#*]\\uFE0F?\\u20E3|\\uFE0F|\\u200D",
    ":[a-z][a-z\\d_+-]{1,30}:",
    `[([](?:${STATE})[)\\]]:?`,
    `(?:${LABEL}):(?= )`,
  ].join("|"),
  "iuy",
);

/** Where the words of a text begin, behind such signs. */
export function behindSigns(text: string): number {
  return endOfAll(text, SIGN);
}
