import { endsNear, type Near } from "../../language/text/near.ts";
import { endRun } from "../../language/text/trim.ts";
import { readNames, somebody, type NameList } from "../../language/names.ts";
import { isImperative, isWorkVerb } from "../../language/verbs.ts";
import { readHandle } from "./handles.ts";
import { AUXILIARY, isWork, wordAt, type Rule, type Sentence } from "./sentences.ts";

/**
 * Actions implied by a sentence that begins with somebody's name:
 *
 * | habit | example | rule |
 * | --- | --- | --- |
 * | somebody will | `Ada will open an issue`, `Ada & Linus are going to look` | future |
 * | somebody to | `Ada to post a summary`, `linus42 to post it` | infinitive |
 * | somebody takes it on | `Ada agreed to write it`, `Ada volunteered`, `Ada needs to tag it` | commitment |
 * | somebody is at it | `Ada is working on it`, `Ada drafting a letter` | commitment |
 * | hurried notes | `Ada file a bug` | commitment |
 * | somebody is waited for | `Waiting on Ada to merge`, `Blocked on Ada and Linus` | waiting |
 */
const FUTURE = new RegExp(
  "^(?:\\s*\\([^()]{0,40}\\))?,?(?: (?:also|then|still|now|both|all))*" +
    "(?: (?:will|shall)|'ll| (?:is|are) going to| going to| (?:is|are) planning to| plans? to|" +
    ` planning to| intends? to)${AUXILIARY} `,
);
const COMMITS = new RegExp(
  "^(?:\\s*\\([^()]{0,40}\\))?(?: (?:also|then|has|have|had|kindly))*" +
    "(?: (?:agree[sd]? to|volunteer(?:s|ed)?(?: to| for|(?=[.,]|$))|offer(?:s|ed)? to|offers? help|" +
    "promise[sd]? to|(?:is|are) happy to|(?:still )?needs? to|wants? to|would like to|should|has to|" +
    "have to|must|hopes? to|tasked with|(?:is|was|has been|have been|are|were) assigned|" +
    "takes? (?:on|over)|(?:is|are) to)|,? please|,? (?:can|could|would|will) you)\\b",
);
/** `is working on it`, `drafting a letter`: current work. */
const ONGOING = new RegExp(
  "^(?:\\s*\\([^()]{0,40}\\))?(?: (?:is|are|'s))?(?: (?:now|currently|still|already|also|going to be|" +
    "trying to))* (working|looking|preparing|drafting|writing|investigating|following|reaching|" +
    "organizing|organising|collecting|finishing|putting|coordinating|researching|reviewing|updating|" +
    "creating|building|fixing|asking|scheduling|planning|setting|gathering|submitting|testing|" +
    "exploring|developing|moving|compiling|sharing|checking|contacting|implementing)\\b",
);
const BASE_IS_PAST = new RegExp(
  "^(?:put|set|let|cut|read|hit|quit|split|cost|spread|pass|call|design|demo|report|note|release|" +
    "issue|comment|question|review|plan|host|access|support|share|work|vote|return|test|reply|post|" +
    "update|patch|process|help)$",
);

/** Not known, it may be a thing: then only a verb of work tells ("Ada will open", not "Electron will crash"). */
const isDoing = (list: NameList, text: string, at: number): boolean =>
  isWork(text, at) &&
  (list.isKnown || isWorkVerb(wordAt(text, at)) || /^be \p{L}+ing\b/u.test(text.slice(at)));

export const future: Rule = (sentence) => {
  const { text, head: list, people } = sentence;
  if (list === null) return readHandle(text) ?? readMention(sentence);
  const match = FUTURE.exec(text.slice(list.end, list.end + 120));
  if (match === null) return readMention(sentence);
  return isDoing(list, text, list.end + match[0].length) ? { owners: somebody(list.names, people) } : null;
};

const WILL = / (?:will|is going to) (?:also )?(?=\p{Ll})/gu;
const IN_NAME = /[\p{L}\p{M}.'-]/u;
const UNSURE: Near = {
  words: /\b(?:if|when|once|whether|unless|until|hopes?|thinks?|wonder|how|what|why|maybe|perhaps)\b/gi,
  within: Number.POSITIVE_INFINITY,
  but: /[.;]/,
};

/** One or two words in capitals that a text ends in, a whole name. */
function nameAtEnd(text: string): string | null {
  const last = endRun(text, IN_NAME);
  const before = text.slice(0, text.length - last.length);
  const first = before.endsWith(" ") ? endRun(before.slice(0, -1), IN_NAME) : "";
  const names = /^\p{Lu}/u.test(first) ? [`${first} ${last}`, last] : [last];
  return names.find((name) => /^\p{Lu}/u.test(last) && isBehindBlank(text.slice(0, -name.length))) ?? null;
}

const isBehindBlank = (before: string): boolean => /(?:^|[\s(])@?$/.test(before);

const LONGEST_NAME = 80;

/** `… next call Ada will comment`: somebody known in the middle of a sentence that nobody punctuated. */
function readMention({ text, people }: Sentence): { readonly owners: readonly string[] } | null {
  for (const { 0: will, index } of text.slice(0, 400).matchAll(WILL)) {
    const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
    const name = nameAtEnd(before);
    if (name === null) continue;
    const at = index + will.length;
    const isSure =
      isWork(text, at) &&
      isWorkVerb(wordAt(text, at)) &&
      !endsNear(text.slice(0, index - name.length), UNSURE);
    if (isSure && people.isKnown(name)) return { owners: somebody([name], people) };
  }
  return null;
}

export const infinitive: Rule = (sentence) => {
  const { text, head: list, people } = sentence;
  if (list === null) return null;
  const match = /^(?:\s*\([^()]{0,40}\))?,?(?: (?:also|then|still|and))* to /.exec(
    text.slice(list.end, list.end + 60),
  );
  if (match === null) return null;
  const verb = wordAt(text, list.end + match[0].length);
  const isVerb =
    isWorkVerb(verb) ||
    (list.isKnown && /^\p{Ll}/u.test(verb) && !/^(?:the|a|an|be|his|her|their|our)$/.test(verb));
  return isVerb ? { owners: somebody(list.names, people) } : null;
};

export const commitment: Rule = (sentence) => {
  const { text, head: list, people } = sentence;
  if (list === null) return null;
  const behind = text.slice(list.end, list.end + 100);
  if (list.isKnown && isOrdered(behind)) return { owners: somebody(list.names, people) };
  const ongoing = ONGOING.exec(behind);
  if (ongoing !== null)
    return list.isKnown || /^ (?:is|are)/.test(behind) ? { owners: somebody(list.names, people) } : null;
  const match = COMMITS.exec(behind);
  if (match === null)
    return list.isKnown && isShorthand(behind) ? { owners: somebody(list.names, people) } : null;
  const at = list.end + match[0].length;
  if (!list.isKnown && !/(?:agree|volunteer|offer)/.test(match[0])) return null;
  return (isWork(text, at + 1) && !/^ (?:want|would like|hope)/.test(match[0])) ||
    isWorkVerb(wordAt(text, at + 1))
    ? { owners: somebody(list.names, people) }
    : null;
};

/** `(Ada: ask legal)`: an order behind a name, in brackets or behind a dash. */
function isOrdered(behind: string): boolean {
  return /^ ?: /.test(behind) && isImperative(behind.slice(behind.indexOf(":") + 1));
}

/** `Ada file a bug`: a name and a bare verb, as hurried notes have it. */
function isShorthand(behind: string): boolean {
  const verb = wordAt(behind, 1);
  return behind[0] === " " && /^\p{Ll}/u.test(verb) && isWorkVerb(verb) && !BASE_IS_PAST.test(verb);
}

const WAITING = /^(?:still |currently )?(?:waiting (?:on|for)|blocked (?:on|by)|pending|depends on) /i;
export const waiting: Rule = ({ text, people }) => {
  const match = WAITING.exec(text);
  if (match === null) return null;
  const list = readNames(text, match[0].length, people);
  if (list === null || !(list.isKnown || list.names.length > 1)) return null;
  return /^ (?:to|and|\p{Ll}+ing)\b/u.test(text.slice(list.end)) || list.names.length > 1
    ? { owners: somebody(list.names, people) }
    : null;
};
