import { allPatterns } from "./languages.ts";

/**
 * Words that make something depend on what has not happened yet:
 *
 * | habit | example |
 * | --- | --- |
 * | a time to come | `once PRs 31 and 32 are merged`, `as soon as it is done`, `until Ada is back` |
 * | a condition | `if the tests pass`, `provided that nobody objects`, `assuming it works` |
 * | an exception | `unless the deal is done by then`, `except on Fridays`, `but only for 4.2` |
 * | an approval to come | `pending legal review`, `subject to the budget`, `depending on the vote` |
 */
const CONDITION = allPatterns(({ conditions }) => conditions?.anywhere);

/** The same, to be looked for before something else. */
export const CONDITIONS = new RegExp(`(?<!\\p{L})(?:${CONDITION})(?!\\p{L})`, "giu");

const ANY = new RegExp(CONDITIONS.source, "iu");

/** Whether a text makes something depend on something else. */
export function hasCondition(text: string): boolean {
  return ANY.test(text);
}

const OPENING = new RegExp(
  `^(?:${allPatterns(({ conditions }) => conditions?.leads)})*` +
    `(?:${allPatterns(({ conditions }) => conditions?.openings)})\\b`,
  "i",
);

/** "If it breaks, we revert it" is a sentence of its own. */
const SENTENCE = new RegExp(
  `^(?:but |and )?(?:${allPatterns(({ conditions }) => conditions?.sentences)})\\b.*(?:[,?:]|\\bthen\\b)`,
  "i",
);

/** Whether a text is a condition of what comes before it: `unless Ada objects by Friday`. */
export function isCondition(text: string): boolean {
  return (
    (!SENTENCE.test(text) && OPENING.test(text.replace(/^[\s(*_…–—-]+/, ""))) ||
    /^\W*conditions?\s*:/i.test(text)
  );
}
