import { wordsOf } from "./content-words.ts";
import { allPatterns, allWords } from "./languages.ts";

const VERBS = allWords(({ verbs }) => verbs?.work);

/** Words of English that hardly any other language has: in others we don't know most verbs. */
const ENGLISH = /\b(?:the|with|about|of|and|when|from|for|to)\b/i;
const FOREIGN = /[^\P{L}A-Za-z]/u;

/** A sentence: `the pots are dry`, `the roof needs rain`. */
const FINITE = new RegExp(
  "\\b(?:is|are|was|were|has|have|had|does|do|did|isn't|aren't|doesn't|don't|can|can't|could|should|shall|will|would|" +
    "must|may|might|needs?|wants?|gets?|lets?|goes|makes?)\\b",
  "i",
);

/** `Dockerize`, `cherry-pick`, `re-think`. */
const COINED = /^(?:\p{L}{3,}(?:i[sz]e|ify|ate)|(?:re|un|de|cherry|double|fast|dry)-\p{L}+)\b/iu;
/** Verbs that begin little else than a note of work. */
const RARE = new Set(
  `
    await decompose decouple dedupe deduplicate rework redesign reimplement rethink retry relax restore
    reserve tidy tighten loosen widen swap bisect backfill ditch redo reword rephrase unblock upstream vendor
    whitelist allowlist embed enforce emit detect deduce derive detach elaborate
    enumerate formalise generalise hide ignore inspect inline insert invoke isolate load patch
    permit preserve prevent print protect purge reconcile recover reflect reorganize repair require rerun
    reset resize retain retire return rewrite sanitize secure skip strip substitute treat trim warn`
    .trim()
    .split(/\s+/),
);
/** What people make where they write no verb: `PR to the docs`. */
const PRODUCT = /^(?:pr|pull request|issue|ticket|e-?mail|thread|blog|post|docs?|tests?|follow-?up)\b/i;
/** `Roof group to order lids`, but not `Score board to keep count`. */
const BODY_TO = new RegExp(`\\b(?!board)(?:${allPatterns(({ tasks }) => tasks?.bodies)}) to \\p{Ll}`, "iu");

/** A word that leads on, and no verb in front of an article. */
const LEADS_ON = new RegExp(
  "^(?:and|or|but|of|for|in|on|at|by|to|as|with|from|about|via|per|than|when|if|after|before|during|including|all|" +
    "not)\\b",
  "i",
);
/** Whatever has an article behind it: `water the plants`. */
const WITH_OBJECT = new RegExp(
  "^\\p{L}+ (?:(?:up|out|off|down|back|over) )?(?:the|an?|our|their|all|this|that|these|those|some|any|every|each|" +
    "your|its|more|how|whether|what|why)\\b",
  "iu",
);

/** `Ada to write a charter`: who is capitalized; a thing is not, in its second word. */
const SOMEBODY_TO = /^(?:\p{Lu}[\p{L}.-]*(?:,? (?:and |& )?(?=\p{Lu}|to\b)))+to \p{Ll}/u;

/** `Ada waters the plants`. */
const SOMEBODY_DOES =
  /^\p{Lu}[\p{L}.'’-]* \p{Ll}{2,}s (?:the|an?|our|their|all|this|that|these|those|some|any|every|each|its)\b/u;

const BEFORE_VERB = new Set(["and", "or", "then", "please", "also", "not", "let's"]);

/** Forms of `water`, of which a sentence has one: `waters`, `watered`; at its head `watering` too. */
function isInflected(word: string): boolean {
  const stem = /^(\p{L}{3,}?)(?:e?s|e?d)$/u.exec(word)?.[1];
  return stem !== undefined && (VERBS.has(stem) || VERBS.has(`${stem}e`));
}

const isGerund = (word: string): boolean => /^\p{L}{3,}ing$/u.test(word);

/** Whether one part of a text, as between two colons, says that something is done. */
function saysVerb(part: string): boolean {
  const words = wordsOf(part.replaceAll("&", " and "));
  const [first = ""] = words;
  if (
    VERBS.has(first) ||
    isGerund(first) ||
    COINED.test(part) ||
    SOMEBODY_TO.test(part) ||
    SOMEBODY_DOES.test(part)
  )
    return true;
  if (RARE.has(first) || BODY_TO.test(part) || PRODUCT.test(part)) return true;
  if (WITH_OBJECT.test(part) && !LEADS_ON.test(part)) return true;
  return words.some(
    (word, index) => (VERBS.has(word) && BEFORE_VERB.has(words[index - 1] ?? "")) || isInflected(word),
  );
}

/**
 * Whether an English text only names something: `Score board for gardeners`. Of a text in another language nobody
 * can tell.
 */
export function isNounPhrase(text: string): boolean {
  if (!ENGLISH.test(text) || FOREIGN.test(text) || /#\d/.test(text) || FINITE.test(text)) return false;
  return !text.split(/[:,;.(] ?/).some((part) => saysVerb(part.trim()));
}
