import { isNobody, maybeName } from "../../language/names.ts";
import { trimEnd } from "../../language/text/trim.ts";

/** `Action on `, `the action for `. */
const HANDED = /\b[Aa]ction(?: item| point)? (?:is )?(?:on|for|to|assigned to|goes to) /g;
/** How far behind it the verb may be. */
const LONGEST = 110;
const MOST_WORDS = 12;
const AND = /^(?:and|&|or|und|et|y)$/;
const NAME = /^@?\p{L}[\p{L}\p{M}.'’-]*$/u;
const BY = /^(?:by|on|before|until|due)$/i;
/** A day, or a part of one: `2024-06-01`, `1`, `June`. */
const DAY = /^(?:\d[\d./-]*(?:st|nd|rd|th)?|\p{Lu}\p{Ll}{2,8}\.?)$/u;
const MOST_OF_DAY = 4;

const bare = (word: string): string => trimEnd(word, /[,:]/);

/** Whether words are names, with commas and "and" between them, or a group: `Ada, Linus and Grace`, `all members`. */
function areNames(words: readonly string[]): boolean {
  if (words.length === 0 || AND.test(words.at(-1) ?? "")) return false;
  if (isNobody(words.join(" "))) return true;
  return words.every(
    (word) => AND.test(word) || word.startsWith("@") || (NAME.test(bare(word)) && maybeName(bare(word))),
  );
}

/** Whether words name people, perhaps a day, and then `to` with a verb. */
function handsOver(words: readonly string[]): boolean {
  const to = words.indexOf("to");
  if (to < 1 || !/^\p{Ll}/u.test(words[to + 1] ?? "")) return false;
  const by = words.findIndex((word, index) => index > 0 && index < to && BY.test(word));
  if (by === -1) return areNames(words.slice(0, to));
  const day = words.slice(by + 1, to);
  const isDay = day.length > 0 && day.length <= MOST_OF_DAY && day.every((word) => DAY.test(bare(word)));
  return isDay && areNames(words.slice(0, by));
}

/**
 * Where a text hands an action to somebody: `Action on Ada to …`, `action for Ada and Linus by 1 June to …`. -1: it
 * does not.
 */
export function findHanded(text: string): number {
  for (const { 0: lead, index } of text.matchAll(HANDED)) {
    const from = index + lead.length;
    if (handsOver(text.slice(from, from + LONGEST).split(" ", MOST_WORDS))) return index;
  }
  return -1;
}
