import { allPatterns, allWords } from "./languages.ts";

/** Verbs that begin a piece of work when somebody writes it down: "Update the docs". Base forms. */
const VERBS = allWords(({ verbs }) => verbs?.work);

/** Whether a word is a verb that begins a piece of work. */
export function isWorkVerb(word: string): boolean {
  const folded = word.toLowerCase();
  return VERBS.has(folded) || (folded.startsWith("re-") && VERBS.has(folded.slice(3)));
}

/** A word with all that belongs to it: `double-check`, `re-open`. */
const FIRST_WORD = /^[^\p{L}]{0,4}(\p{L}[\p{L}-]*)(?=[\s,/:]|$)/u;
/** What may come before the verb. */
const BEFORE_VERB = new RegExp(
  `^(?:[\\s>*"'([-]|(?:${[...allWords(({ verbs }) => verbs?.leads)].join("|")})\\b|re-(?=\\p{L}))+`,
  "iu",
);

/** Verbs that are nouns as well, where these words follow: "Update on the paper", "Release plan". */
const NOUNS = allWords(({ verbs }) => verbs?.nouns);
const NOUN_TAIL = new RegExp(`^(?:$|[:/–—-]|(?:${allPatterns(({ verbs }) => verbs?.behindNouns)})\\b)`, "i");

/** Whether a text tells somebody to do something: "Update the docs", "please review", "also ping Ada". */
export function isImperative(text: string): boolean {
  const order = text.replace(BEFORE_VERB, "");
  const word = FIRST_WORD.exec(order)?.[1];
  if (word === undefined || !isWorkVerb(word)) return false;
  return !(
    NOUNS.has(word.toLowerCase()) &&
    NOUN_TAIL.test(order.slice(order.indexOf(word) + word.length).trimStart())
  );
}
