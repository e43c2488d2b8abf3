import type { People } from "../people.ts";
import { isNobody, readNames, somebody, type NameList } from "../wording/names.ts";
import { isImperative, isWorkVerb } from "../wording/verbs.ts";
import { readHandle } from "./handles.ts";

/**
 * Sentences that say that somebody is to do something, without a marker:
 *
 * | habit | example | rule |
 * | --- | --- | --- |
 * | somebody will | `Ada will open an issue`, `Ada & Linus are going to look` | future |
 * | somebody to | `Ada to post a summary` | infinitive |
 * | somebody takes it on | `Ada agreed to write it`, `Ada volunteered`, `Ada is working on it` | commitment |
 * | the speaker | `Ada: I'll open an issue`, `Ada: will look on Friday` | promise |
 * | a request | `Please review the draft` | request |
 * | a need of the group | `Need to tag it`, `We'll have to ask legal` | need |
 * | what comes next | `Next step is a proposal` | next |
 * | a plan without a subject | `Will remove it from the agenda`, `Going to flag it` | plan |
 * | somebody is waited for | `Waiting on Ada to merge`, `Blocked on Ada` | waiting |
 */
export interface Implied {
  readonly rule: string;
  readonly start: number;
  readonly owners: readonly string[];
}

interface Sentence {
  readonly text: string;
  readonly start: number;
  /** Who speaks it: its block's speaker, or that of the item above. */
  readonly speaker: string | null;
  readonly people: People;
}

type Rule = (sentence: Sentence) => { owners: readonly string[] } | null;

const NO_WORK =
  /^(?:not|never|n't|likely|probably not|no longer|be (?:able|a|an|the|in|on|at|available|out|away|back|there|around|present|great|good|nice|useful|helpful|more|less|hard|easy|fine|ok|used|needed|possible|required|happy|interesting|published|released|an?)|need(?: to)? be|depend|have|cost|cause|mean|become|remain|stay|happen|take (?:a|some|time|longer|place)|get (?:worse|better|a|in)|come|see|know|want|like|probably be|always|still be|go away|never|only|break|fail|affect|apply to|result|tend|likely)\b/;
const FUTURE =
  /^(?:\s*\([^()]{0,40}\))?(?: (?:also|then|still|now|both|all))*(?: (?:will|shall)|'ll| (?:is|are) going to| (?:is|are) planning to| plans? to| intends? to)(?: (?:also|then|still|now|both|try to|probably|likely|continue to|need to|have to))* /;
const COMMITS =
  /^(?:\s*\([^()]{0,40}\))?(?: (?:also|then|has|have|had|kindly))*(?: (?:agree[sd]? to|volunteer(?:s|ed) (?:to|for)?|offer(?:s|ed)? to|promise[sd]? to|(?:is|are) happy to|(?:still )?needs? to|wants? to|would like to|should|has to|have to|must|hopes? to|(?:is|are) (?:now |currently |still |already )?(?:working on|looking into|looking at|preparing|drafting|writing|investigating|following up|reaching out|organizing|organising|collecting|finishing|putting together|coordinating|taking)|takes? (?:on|over)|(?:is|are) to)|,? please)\b/;

const isPerson = (list: NameList): boolean =>
  list.names.some((name) => !isNobody(name)) &&
  (list.isKnown || list.names.every((name) => /^@|^\p{Lu}/u.test(name)));

/** The names at the head of a sentence, unless it is a verb: "Mark the release". */
function headNames({ text, people }: Sentence): NameList | null {
  const list = readNames(text, 0, people);
  if (list === null || (!list.isKnown && list.names.length === 1 && isWorkVerb(list.names[0] ?? "")))
    return null;
  return isPerson(list) ? list : null;
}

const nextWord = (text: string, at: number): string => /^[\p{L}-]+/u.exec(text.slice(at, at + 40))?.[0] ?? "";
const isWork = (text: string, at: number): boolean => !NO_WORK.test(text.slice(at, at + 40));

/** Not known, it may be a thing: then only a verb of work tells ("Ada will open", not "Electron will crash"). */
const isDoing = (list: NameList, text: string, at: number): boolean =>
  isWork(text, at) &&
  (list.isKnown || isWorkVerb(nextWord(text, at)) || /^be \p{L}+ing\b/u.test(text.slice(at)));

const future: Rule = (sentence) => {
  const { text } = sentence;
  const list = headNames(sentence);
  if (list === null) return null;
  const match = FUTURE.exec(text.slice(list.end, list.end + 120));
  if (match === null) return null;
  return isDoing(list, text, list.end + match[0].length) ? { owners: somebody(list.names) } : null;
};

const infinitive: Rule = (sentence) => {
  const { text } = sentence;
  const list = headNames(sentence);
  if (list === null) return readHandle(text);
  const match = /^(?:\s*\([^()]{0,40}\))?,?(?: (?:also|then|still|and))* to /.exec(
    text.slice(list.end, list.end + 60),
  );
  if (match === null) return null;
  const verb = nextWord(text, list.end + match[0].length);
  return isWorkVerb(verb) || (list.isKnown && /^\p{Ll}/u.test(verb) && !/^(?:the|a|an|be)$/.test(verb))
    ? { owners: somebody(list.names) }
    : null;
};

const commitment: Rule = (sentence) => {
  const { text } = sentence;
  const list = headNames(sentence);
  if (list === null) return null;
  const match = COMMITS.exec(text.slice(list.end, list.end + 100));
  if (match === null) return null;
  const at = list.end + match[0].length;
  if (!list.isKnown && !/(?:agree|volunteer|offer|working|looking)/.test(match[0])) return null;
  return isWork(text, at + 1) ? { owners: somebody(list.names) } : null;
};

const PROMISE =
  /^(?:(?:ok|okay|yes|yeah|sure|so|and|but|great|thanks)[,. ]+)*(?:I(?:'ll| will| can| need to| have to| should|'m going to| am going to|'d like to| plan to)|(?:also |then )?(?:will|going to|plan(?:ning)? to))(?: (?:also|then|try to|just|need to|have to))* (?=\p{Ll})/u;

const promise: Rule = ({ text, speaker }) => {
  if (speaker === null) return null;
  const match = PROMISE.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  const isSure = /\bI|will|going/.test(match[0]);
  const verb = nextWord(text, at);
  return isWork(text, at) && isWorkVerb(verb) && (isSure || verb !== "")
    ? { owners: somebody(speaker.split(/, | & |\/| and /)) }
    : null;
};

const REQUEST =
  /(?:^|[.!;:,)] |\s-{1,2} |[–—] |\b(?:so|and|if you .{0,40}|can you|could you|would you) )please (?:\p{L}+ly )?(?=\p{Ll})/iu;
const request: Rule = ({ text }) => {
  const match = REQUEST.exec(text);
  return match !== null && isWorkVerb(nextWord(text, match.index + match[0].length)) ? { owners: [] } : null;
};

const NEED =
  /^(?:(?:so|and|but|also|then|still|ok|yes|now|therefore)[, ]+)*(?:(?:we|team|group|tsc|everyone|folks|all|chairs?|editors?)(?:'ll| will| still| all| also)*(?: (?:need|needs|have|has|want|should|must|ought))|still needs?|needs?|have)(?: to|(?= (?!not))) (?=\p{Ll})/iu;
const WE_WILL =
  /^(?:(?:so|and|but|also|then|ok|yes|now)[, ]+)*(?:we|team|group|tsc)(?:'ll| will| are going to| plan to| agreed to)(?: (?:also|then|need to|have to|try to|just))* (?=\p{Ll})/iu;
const need: Rule = ({ text }) => {
  const match = NEED.exec(text) ?? WE_WILL.exec(text);
  if (match === null || /\?\s*$/.test(text)) return null;
  return isWorkVerb(nextWord(text, match[0].length)) ? { owners: [] } : null;
};

const NEXT =
  /^(?:the |so )?next(?: steps?)?(?: here)?(?: (?:is|are|would be|will be))?(?: for)?(?::| to| )\s*(?=\S)/i;
const next: Rule = (sentence) => {
  const match = NEXT.exec(sentence.text);
  if (match === null || !/step|:/i.test(match[0])) return null;
  const list = readNames(sentence.text, match[0].length, sentence.people);
  const isOwned =
    list !== null && isPerson(list) && /^(?: to| will|'ll| is)\b/.test(sentence.text.slice(list.end));
  return { owners: isOwned ? somebody(list.names) : [] };
};

const PLAN =
  /^(?:(?:so|and|but|also|then|ok|yes|now)[, ]+)*(?:will|going to|(?:the )?(?:plan|goal|intention|hope|aim)(?: is|:)?(?: still)? to|planning to|plan to)(?: (?:also|then|try to|continue to|need to|have to))* (?=\p{Ll})/iu;
const plan: Rule = ({ text, speaker }) => {
  const match = PLAN.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  const isDone = isWork(text, at) && (isWorkVerb(nextWord(text, at)) || /^(?:have|be) /.test(text.slice(at)));
  return isDone ? { owners: speaker === null ? [] : somebody(speaker.split(/, | & |\/| and /)) } : null;
};

const WAITING = /^(?:still |currently )?(?:waiting (?:on|for)|blocked (?:on|by)|pending|depends on) /i;
const waiting: Rule = ({ text, people }) => {
  const match = WAITING.exec(text);
  if (match === null) return null;
  const list = readNames(text, match[0].length, people);
  if (list === null || !list.isKnown) return null;
  return /^ (?:to|and|organizing|reviewing)/.test(text.slice(list.end)) || list.names.length > 1
    ? { owners: somebody(list.names) }
    : null;
};

const RULES: Readonly<Record<string, Rule>> = {
  future,
  infinitive,
  commitment,
  promise,
  request,
  need,
  next,
  plan,
  waiting,
};

const SENTENCE = /[^.!?;]+(?:[.!?;]+(?=\s|$)|[.!?;]+(?=\S)[^.!?;\s]*)*/g;

/** The sentences of a text, with the clauses that a dash, an arrow or "and" with a name sets off. */
function sentencesOf(text: string, from: number): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  const rest = text.slice(from);
  let start = 0;
  const cut = (end: number) => {
    const part = rest.slice(start, end);
    const lead = /^[\s>*"'([-]*/.exec(part)?.[0].length ?? 0;
    if (part.trim() !== "") found.push({ text: part.slice(lead).trimEnd(), start: from + start + lead });
    start = end;
  };
  for (const match of rest.matchAll(
    /[.!?;]+(?=\s)|\s-{1,2}(?=\s)|\s[–—](?=\s)|\s?[→>](?=\s)|->|:(?=\s)|,(?=\s)/g,
  )) {
    if (match[0] === "," && rest.slice(match.index, match.index + 2) === ",") continue;
    if (match[0] !== "," && match[0] !== ":") cut(match.index + match[0].length);
    if (found.length > 60) break;
  }
  cut(rest.length);
  return found;
}
void SENTENCE;

/** The first sentence of a text that gives somebody something to do; null: none does. */
export function findImplied(
  text: string,
  from: number,
  speaker: string | null,
  people: People,
): Implied | null {
  for (const sentence of sentencesOf(text, from)) {
    if (/\?\s*$/.test(sentence.text) && !/please/i.test(sentence.text)) continue;
    for (const [rule, read] of Object.entries(RULES)) {
      const found = read({ ...sentence, speaker, people });
      if (found !== null) return { rule, start: sentence.start, owners: found.owners };
    }
  }
  return null;
}

/** Whether a text is an order in bold, as a note taker writes down the outcome: `**ask Ada to rebase**`. */
export function isBoldOrder(text: string): boolean {
  return isImperative(text);
}
