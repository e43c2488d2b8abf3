import { contentWords, wordsOf } from "./content-words.ts";
import { allPatterns, allWords } from "./languages.ts";
import { plainText } from "./text/plain-text.ts";

/** How much a task says to somebody who was not there. */
export type Clarity =
  /** What is to be done, and what with. */
  | "clear"
  /** Enough to guess it; better with what it is about. */
  | "short"
  /** Nothing, without what it is about. */
  | "vague";

const VERBS = allWords(({ verbs }) => verbs?.work);
const ANY_NOUNS = allWords(({ content }) => content?.anyNouns);
const ANY = new Set([...ANY_NOUNS, ...allWords(({ content }) => content?.anyAdjectives)]);

/** An issue's number, the name of a file: these mean one thing only. */
const NAMES_SOMETHING = /#\d|\w\.(?:md|rst|py|js|ts|yml|yaml|toml|json)\b/i;
/** `bfs_predecessors`, `test-suite`, `2.0`, `PyPI`. */
const STRONG = /\d\.\d|[_./]|\p{L}-\p{L}|\p{Ll}\p{Lu}/u;
/** `ICU4C`. */
const isMixed = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);
const QUOTES = /["“”«»]/;

const POINTERS = "this|these|those|that|them|it|they|here|there|him|the (?:above|below|latter|former)|above";
/** `on this matter`: whatever comes before it in one sentence is another matter. */
const ANY_MATTER = new RegExp(
  `\\b(?:this|these|those|that|the above) (?:issue|pr|ticket|link|${[...ANY_NOUNS].join("|")})s?\\b`,
  "i",
);
/** What follows a word that points at something: the end, or what leads on from it. */
const BEHIND_POINTER =
  "$|[,.;:!?)]|'s\\b| (?:to|in|on|for|with|and|or|at|from|by|as|up|out|into|off|over|again|further|too|also|after|" +
  "before|then|so|re|via|more|now|later|once|when|if|because|down|back|about|here|there|properly|offline)\\b";
/** Behind all but `that`, which may begin a clause: `the pots that are dry`. */
const VERB_BEHIND =
  " (?:is|was|not|works?|goes|would|should|could|will|can|needs?|has|have|a|of|done|this)\\b";
/** A word that points at what was said before, and not `this week` or `say that it …`. */
const POINTING = new RegExp(
  `\\b(?:(?:${POINTERS})(?=${BEHIND_POINTER})|(?!that)(?:${POINTERS})(?=${VERB_BEHIND})|(?:this|these|those) ` +
    "(?!(?:week|month|year|time|morning|afternoon|evening|quarter|release cycle|are|were|it|we|they|the|a|all)\\b)" +
    "\\p{L}+)",
  "giu",
);

/** `Update the PR`: no word says which. */
const ANY_OBJECT = new RegExp(
  `^\\p{L}+(?: (?:up|on|out|in|to|with|at))?(?: (?:the|an?|new|this|that|his|her|their|our|some|any))* ` +
    `(?:issue|pr|ticket|${[...ANY_NOUNS].join("|")})(?:$|[.,;:!?]| (?:and|&|then|or|when|once|after|before|if|as|in` +
    " (?:github|gh|zulip|slack|the repo)|on (?:github|gh|zulip|slack))\\b)",
  "iu",
);

/** `Merge after the freeze`, `Add to the agenda`: a verb that needs what it is done with, and has it not. */
const OBJECTLESS = new RegExp(
  "^(?:add|announce|approve|close|create|defer|document|fix|handle|implement|include|land|make|mark|merge|move|open|" +
    "postpone|present|propose|publish|punt|put|rebase|reject|release|remove|rename|reopen|replace|resolve|retitle|" +
    "revert|review|rewrite|schedule|send|set|share|squash|submit|tag|update|verify)(?: back)?" +
    "(?: (?:to|from|into|in|with|after|before|when|once|until|as|per|later|again|asap|accordingly|too)\\b|$|[:.,])",
  "i",
);

const CONTACT = new RegExp(`^(?:${allPatterns(({ content }) => content?.contacts)})\\b`, "i");
const CONTACT_LEAD = new RegExp(`\\s(?:${allPatterns(({ content }) => content?.contactLeads)})\\s`, "i");

/** What comes before a verb, where the same word is a noun behind any other: "and schedule", "the schedule". */
const BEFORE_VERB = new Set(
  "to and or then will would should can could may not also just please eventually we they i you & let".split(
    " ",
  ),
);

const NEVER_NOUNS = new Set(
  "add merge land fix write take make get give go put do implement send open close".split(" "),
);

/**
 * Words that say what a text is about: neither verbs and nouns of any task, nor those in `names`. `page` is one in
 * "landing page".
 */
export function specificWords(text: string, names: readonly string[]): readonly string[] {
  const all = wordsOf(text);
  const content = new Set(contentWords(text, names));
  let last = "";
  return all.filter((word, index) => {
    const before = all[index - 1] ?? "to";
    const isCompound = ANY_NOUNS.has(word) && last !== "" && last === before;
    const isVerb = VERBS.has(word) && (BEFORE_VERB.has(before) || NEVER_NOUNS.has(word));
    const isSpecific =
      content.has(word) && !isVerb && !/^\d{1,2}$/.test(word) && (isCompound || !ANY.has(word));
    if (isSpecific) last = word;
    return isSpecific;
  });
}

/** Whether some word of a text means one thing only: a name, an identifier, a number. */
function isStrong(text: string, specific: readonly string[]): boolean {
  if (text.split(QUOTES).length > 2) return true;
  const written = text.split(/[\s,;:()"“”]/).filter((word) => STRONG.test(word) || isMixed(word));
  return written.some((word) => specific.includes(word.toLowerCase().replace(/[.?!]$/, "")));
}

/** Before a pointer, so many words say what it points at. */
const ENOUGH = 2;
const FEWEST_WORDS = 3;

/** Whether a word points at something that the text itself doesn't name before it. */
export function pointsOutside(text: string, names: readonly string[]): boolean {
  if (ANY_MATTER.test(text) && specificWords(text, names).length <= 2 * ENOUGH) return true;
  return [...text.matchAll(POINTING)].some(
    ({ index }) => specificWords(withoutPartners(text.slice(0, index)), names).length < ENOUGH,
  );
}

/** Those who people talk to or work with: `with Ada`, `ask Ada and Grace`. */
const PARTNERS =
  /(?<=\b(?:with|w\/|to|ask|ping|tell|nudge|remind|give|send|bug|contact|from|help|and|&|or|by),? )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:'s)?(?![\p{L}\d.-])/gu;

/** People are not what a task is about. */
const withoutPartners = (text: string): string => text.replaceAll(PARTNERS, "…");

/** How much a task says by itself. */
export function clarityOf(text: string, names: readonly string[]): Clarity {
  const clean = plainText(text);
  if (/#\d/.test(clean)) return "clear";
  const isContact = CONTACT.test(clean);
  const specific = specificWords(isContact ? withoutPartners(clean) : clean, names);
  const isNamed = NAMES_SOMETHING.test(clean);
  if (specific.length === 0 && !isNamed) return "vague";
  if (pointsOutside(clean, names) || isOnlyContact(clean)) return "vague";
  if (isContact && specific.length < ENOUGH && !isStrong(clean, specific)) return "vague";
  if (ANY_OBJECT.test(clean) || OBJECTLESS.test(clean)) return "vague";
  if (isNamed) return "clear";
  // A name alone is not what to do with it.
  if (wordsOf(clean).length < FEWEST_WORDS) return "short";
  return specific.length >= ENOUGH || isStrong(clean, specific) ? "clear" : "short";
}

/** `Ping Mona again`: a person, and not what about. */
function isOnlyContact(text: string): boolean {
  const contact = CONTACT.exec(text)?.[0];
  return contact !== undefined && !CONTACT_LEAD.test(text.slice(contact.length));
}

/** Whether a text begins with a verb of work: `Buy insurance`. */
export function beginsWithWork(text: string): boolean {
  return VERBS.has(wordsOf(text)[0] ?? "");
}
