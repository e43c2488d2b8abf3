import type { People } from "../people.ts";
import { isNobody, readNames, somebody, type NameList } from "../wording/names.ts";
import { isWorkVerb } from "../wording/verbs.ts";
import { isNoName, readHandle } from "./handles.ts";

/**
 * Sentences that say that somebody is to do something, without a marker:
 *
 * | habit | example | rule |
 * | --- | --- | --- |
 * | somebody will | `Ada will open an issue`, `Ada & Linus are going to look` | future |
 * | somebody to | `Ada to post a summary` | infinitive |
 * | somebody takes it on | `Ada agreed to write it`, `Ada volunteered`, `Ada is working on it`, `Ada file a bug` | commitment |
 * | the speaker | `Ada: I'll open an issue`, `Ada: will look on Friday` | promise |
 * | a request | `Please review the draft` | request |
 * | a request for help | `Ada is looking for feedback`, `could use some help` | request |
 * | a need of the group | `Need to tag it`, `We'll have to ask legal`, `Need a volunteer` | need |
 * | an invitation | `Let's make sure that it builds`, `Let Ada write it` | lets |
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
  /** Whether it gives a day. */
  readonly hasDue: (text: string) => boolean;
}

type Rule = (sentence: Sentence) => { owners: readonly string[] } | null;

/** Verbs that tell what will be, not what somebody does. */
const NO_WORK =
  /^(?:not|never|no longer|likely|be (?!\p{L}+ing\b)|need(?: to)? be|depends?|have (?!to\b)|cost|cause|mean|become|remain|stay|happen|take (?:a|some|time|longer|place)|get (?:to|there|worse|better|a|in|stranger)|come|see|know|want|like|hear|always|go away|break|fail|affect|apply to|result|tend|say|said|tell you|read|allow|hope|hopefully|agree|assume|expect|think|feel|love|prefer|wonder|understand|believe|miss|lose|attend|skip|leave (?:early|now|at)|join us)\b/u;
/** What one says in a meeting about the meeting itself. */
const TALK =
  /^(?:make (?:one|a|two) comments?|note that|add that|say|point out|admit|start|begin|go first|pass|quote|ask the question|be (?:brief|quick|honest)|let you|put it|give (?:an?|the|some) (?:update|overview|intro\w*|example)|second|defer to you|explain|stop|try to be|summarize)\b/u;
const AUXILIARY =
  "(?: (?:also|then|still|now|both|all|just|definitely|try to|probably|likely|continue to|need to|need|have to|help))*";
const FUTURE = new RegExp(
  `^(?:\\s*\\([^()]{0,40}\\))?,?(?: (?:also|then|still|now|both|all))*(?: (?:will|shall)|'ll| (?:is|are) going to| going to| (?:is|are) planning to| plans? to| planning to| intends? to)${AUXILIARY} `,
);
const COMMITS =
  /^(?:\s*\([^()]{0,40}\))?(?: (?:also|then|has|have|had|kindly))*(?: (?:agree[sd]? to|volunteer(?:s|ed)?(?: to| for|(?=[.,]|$))|offer(?:s|ed)? to|offers? help|promise[sd]? to|(?:is|are) happy to|(?:still )?needs? to|wants? to|would like to|should|has to|have to|must|hopes? to|tasked with|takes? (?:on|over)|(?:is|are) to)|,? please|,? (?:can|could|would|will) you)\b/;
/** `is working on it`, `drafting a letter`: work in hand. */
const IN_HAND =
  /^(?:\s*\([^()]{0,40}\))?(?: (?:is|are|'s))?(?: (?:now|currently|still|already|also|going to be|trying to))* (working|looking|preparing|drafting|writing|investigating|following|reaching|organizing|organising|collecting|finishing|putting|coordinating|researching|reviewing|updating|creating|building|fixing|asking|scheduling|planning|setting|gathering|submitting|testing|exploring|developing|moving|compiling|sharing|checking|contacting|implementing)\b/;
const BASE_IS_PAST =
  /^(?:put|set|let|cut|read|hit|quit|split|cost|spread|pass|call|design|demo|report|note|release|issue|comment|question|review|plan|host|access|support|share|work|vote|return|test|reply|post|update|patch|process|help)$/;

const isPerson = (list: NameList): boolean =>
  list.names.some((name) => !isNobody(name)) &&
  (list.isKnown || list.names.every((name) => /^@|^\p{Lu}/u.test(name)));

/** The names at the head of a sentence, unless it is a verb or another word that only looks like one. */
function headNames({ text, people }: Sentence): NameList | null {
  const list = readNames(text, 0, people);
  if (list === null || !isPerson(list)) return null;
  return !list.isKnown && list.names.length === 1 && isNoName(list.names[0] ?? "") ? null : list;
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
  if (list === null) return readHandle(text);
  const match = FUTURE.exec(text.slice(list.end, list.end + 120));
  if (match === null) return null;
  return isDoing(list, text, list.end + match[0].length) ? { owners: somebody(list.names) } : null;
};

const infinitive: Rule = (sentence) => {
  const { text } = sentence;
  const list = headNames(sentence);
  if (list === null) return null;
  const match = /^(?:\s*\([^()]{0,40}\))?,?(?: (?:also|then|still|and))* to /.exec(
    text.slice(list.end, list.end + 60),
  );
  if (match === null) return null;
  const verb = nextWord(text, list.end + match[0].length);
  const isVerb =
    isWorkVerb(verb) ||
    (list.isKnown && /^\p{Ll}/u.test(verb) && !/^(?:the|a|an|be|his|her|their|our)$/.test(verb));
  return isVerb ? { owners: somebody(list.names) } : null;
};

const commitment: Rule = (sentence) => {
  const { text } = sentence;
  const list = headNames(sentence);
  if (list === null) return null;
  const behind = text.slice(list.end, list.end + 100);
  const inHand = IN_HAND.exec(behind);
  if (inHand !== null)
    return list.isKnown || /^ (?:is|are)/.test(behind) ? { owners: somebody(list.names) } : null;
  const match = COMMITS.exec(behind);
  if (match === null) return list.isKnown && isShorthand(behind) ? { owners: somebody(list.names) } : null;
  const at = list.end + match[0].length;
  if (!list.isKnown && !/(?:agree|volunteer|offer)/.test(match[0])) return null;
  return (isWork(text, at + 1) && !/^ (?:want|would like|hope)/.test(match[0])) ||
    isWorkVerb(nextWord(text, at + 1))
    ? { owners: somebody(list.names) }
    : null;
};

/** `Ada file a bug`: a name and a bare verb, as hurried notes have it. */
function isShorthand(behind: string): boolean {
  const verb = nextWord(behind, 1);
  return behind[0] === " " && /^\p{Ll}/u.test(verb) && isWorkVerb(verb) && !BASE_IS_PAST.test(verb);
}

const START = "(?:(?:ok|okay|yes|yeah|sure|so|and|but|great|thanks|cool|also|however)[,. ]+)*";
const PROMISE = new RegExp(
  `^${START}I(?:'ll| will| need to| have to|'m going to| am going to| plan to| can)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
const promise: Rule = ({ text, speaker }) => {
  if (speaker === null) return null;
  const match = PROMISE.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  const isSure = !/ can /.test(match[0]) || isWorkVerb(nextWord(text, at));
  return isSure && isWork(text, at) && !TALK.test(text.slice(at, at + 40))
    ? { owners: speakersOf(speaker) }
    : null;
};

const REQUEST =
  /(?:^|[.!;:,)] |\s-{1,2} |[–—] |\b(?:so|and|then|if you .{0,40}|can you|could you|would you) )please (?:\p{L}+ly )?(?=\p{Ll})/iu;
/** What a template tells everybody at every meeting. */
const TEMPLATE =
  /\byourself\b|\byour? names?\b|\bregularly\b|\bjoin us\b|\bfeel free\b|\bsign[ -]in\b|\b(?:at|before) the (?:beginning|start|end) of (?:the|this|each|every) (?:meeting|call)|\bagenda items?\b|\bmute\b|\braise your hand\b|\bcode of conduct\b/i;
const HELP =
  /\b(?:looking for|would (?:really )?(?:appreciate|love|welcome)|could use|asking for|ask(?:s|ed) for|seeking|call for|(?:help|feedback|input|volunteers?|reviews?) (?:wanted|needed|welcome|appreciated))\b[^.]{0,30}\b(?:feedback|help|reviews?|reviewers?|volunteers?|input|approvals?|comments?|folks to|people to|someone to|needed|wanted|welcome)\b/i;
const request: Rule = ({ text }) => {
  if (TEMPLATE.test(text)) return null;
  if (HELP.test(text)) return { owners: [] };
  const match = REQUEST.exec(text);
  return match !== null && isWorkVerb(nextWord(text, match.index + match[0].length)) ? { owners: [] } : null;
};

const NEED = new RegExp(
  `^${START}(?:(?:we|team|group|tsc|everyone|folks|all|chairs?|editors?|someone|somebody|you)(?:'ll| will| still| all| also| just| really)*(?: (?:need|needs|have|has|must|ought))|(?:still |just )?needs?|have)(?: to|(?<=needs?) (?=(?:an?|some|more|another|volunteers?|help|issue) )) ?(?=\\p{Ll})`,
  "iu",
);
const WE_WILL = new RegExp(
  `^${START}(?:we|team|group|tsc)(?:'ll| will| are going to| plan to| agreed to)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
const need: Rule = ({ text }) => {
  const match = NEED.exec(text) ?? WE_WILL.exec(text);
  if (match === null || TEMPLATE.test(text)) return null;
  const word = nextWord(text, match[0].length);
  return isWorkVerb(word) || /^(?:an?|some|more|another|volunteers?|help|issue)$/.test(word)
    ? { owners: [] }
    : null;
};

const LETS = new RegExp(`^${START}(?:first )?let'?s (?:also |then |first |try to |just )*(?=\\p{Ll})`, "iu");
const NO_LETS =
  /^(?:see|talk|discuss|go|start|wait|hope|say|not|do|move|begin|take|keep|leave|defer|postpone|ship|drop|use|push|close|merge|have|hear|skip|continue|try|stop|pass|vote|accept|remove)\b/;
const lets: Rule = ({ text, people }) => {
  const let1 = /^let (?=\p{Lu})/iu.exec(text);
  const list = let1 === null ? null : readNames(text, let1[0].length, people);
  if (list?.isKnown === true && isWorkVerb(nextWord(text, list.end + 1)))
    return { owners: somebody(list.names) };
  const match = LETS.exec(text);
  if (match === null) return null;
  const behind = text.slice(match[0].length);
  return /^make sure\b/.test(behind) || (isWorkVerb(nextWord(behind, 0)) && !NO_LETS.test(behind))
    ? { owners: [] }
    : null;
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

const PLAN = new RegExp(
  `^${START}(?:will|going to|(?:the )?(?:plan|goal|intention|hope|aim)(?: is|:)?(?: still)? to|planning to|plan to|plans to)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
const plan: Rule = ({ text, speaker, hasDue }) => {
  const match = PLAN.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  const isGoal = /goal|hope|aim/i.test(match[0]);
  const isDone =
    isWork(text, at) && (isWorkVerb(nextWord(text, at)) || /^be \p{L}+ing\b/u.test(text.slice(at)));
  return (isDone && !isGoal) || hasDue(text) ? { owners: speaker === null ? [] : speakersOf(speaker) } : null;
};

const WAITING = /^(?:still |currently )?(?:waiting (?:on|for)|blocked (?:on|by)|pending|depends on) /i;
const waiting: Rule = ({ text, people }) => {
  const match = WAITING.exec(text);
  if (match === null) return null;
  const list = readNames(text, match[0].length, people);
  if (list === null || !(list.isKnown || list.names.length > 1)) return null;
  return /^ (?:to|and|\p{Ll}+ing)\b/u.test(text.slice(list.end)) || list.names.length > 1
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
  lets,
  next,
  plan,
  waiting,
};
/** Rules that hold in the middle of a sentence, behind a comma or "that". */
const STRONG = new Set(["future", "infinitive", "commitment", "promise", "plan", "lets"]);

interface Part {
  readonly text: string;
  readonly start: number;
  readonly isClause: boolean;
}

const CUT =
  /[.!?;](?=\s)|\s-{1,2}(?=\s)|\s[–—](?=\s)|\s?[→>](?=\s)|->|:(?=\s)|,(?=\s)|[([](?=\p{L})|\s(?:that|and|then|but|so)(?=\s@?\p{Lu}|\s(?:will|I'll)\s)/gu;
const LEAD = /^(?:[\s>*"'([,:-]+|(?:and|but|so|then|that) )*/;
const MAX_PARTS = 60;

/** The sentences of a text and the clauses in them, in their order. */
function partsOf(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  let isClause = false;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const lead = LEAD.exec(part)?.[0].length ?? 0;
    if (part.trim() !== "") parts.push({ text: text.slice(start + lead), start: start + lead, isClause });
    start = end;
  };
  for (const match of text.slice(from).matchAll(CUT)) {
    if (parts.length >= MAX_PARTS) break;
    add(from + match.index + match[0].length);
    isClause = !/[.!?;]/.test(match[0]);
  }
  add(text.length);
  return parts.map((part, index) => ({
    ...part,
    text: part.text.slice(0, (sentenceEnd(parts, index) ?? text.length) - part.start).trimEnd(),
  }));
}

/** Where the sentence of a part ends: where the next part that is no clause begins. */
function sentenceEnd(parts: readonly Part[], index: number): number | undefined {
  return parts.slice(index + 1, index + 12).find((part) => !part.isClause)?.start;
}

/** The first sentence of a text that gives somebody something to do; null: none does. */
export function findImplied(
  text: string,
  from: number,
  speaker: string | null,
  people: People,
  hasDue: (text: string) => boolean,
): Implied | null {
  for (const part of partsOf(text, from)) {
    if (/\?\s*$/.test(part.text) && !/\bplease|\byou\b/i.test(part.text)) continue;
    for (const [rule, read] of Object.entries(RULES)) {
      if (part.isClause && !STRONG.has(rule)) continue;
      const found = read({ ...part, speaker, people, hasDue });
      if (found !== null) return { rule, start: part.start, owners: found.owners };
    }
  }
  return null;
}

function speakersOf(speaker: string): string[] {
  return somebody(speaker.split(/, | & |\/| and /));
}
