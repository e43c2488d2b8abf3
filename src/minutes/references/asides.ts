import type { Mention } from "./mention.ts";

/**
 * Mentions that are not what a sentence is about:
 *
 * | habit | example |
 * | --- | --- |
 * | within a range | #13 in `issues #12 to #14` |
 * | an example, a likeness | `use labels, e.g. #12`, `as in #12`, `the same problem as #12`, `similar to #12` |
 * | a relation | `related ticket: #12`, `(cf. #12)` |
 */
const CITING = new RegExp(
  "(?:\\b(?:cf|e\\.?g|i\\.?e)\\.?,?|\\b(?:for (?:an )?example|for instance|such as|as in|as with|similar(?:ly)? to|" +
    "related to|the same (?:\\w{1,20} )?(?:as|in)|like (?:in|with)|compare|see also|related (?:issues?|prs?|tickets?|work)))" +
    "[:,]? (?:(?:the |an? )?(?:issues?|prs?|pull requests?|tickets?|bugs?) )?$",
  "i",
);

/** Longer words than these cite nothing. */
const LONGEST = 60;

/** Whether a mention is an aside: nobody who follows the issue has to know. */
export function isAside(text: string, { offset, isBetween = false }: Mention): boolean {
  return isBetween || CITING.test(text.slice(Math.max(0, offset - LONGEST), offset));
}
