import { endsNear, findPair, type Near } from "../../language/text/near.ts";
import { readNames, somebody } from "../../language/names.ts";
import { isWorkVerb } from "../../language/verbs.ts";
import { AUXILIARY, isPerson, isWork, reachesRelease, speakerNames, wordAt, type Rule } from "./sentences.ts";

/**
 * Actions implied by a sentence whose subject is who speaks, everybody or nobody:
 *
 * | habit | example | rule |
 * | --- | --- | --- |
 * | the speaker | `Ada: I'll open an issue` | promise |
 * | a request | `Please review the draft` | request |
 * | a request for help | `Ada is looking for feedback`, `could use some help` | request |
 * | a need of the group | `Need to tag it`, `We'll have to ask legal`, `Need a volunteer` | need |
 * | an invitation | `Let's make sure that it builds`, `Let Ada write it` | lets |
 * | what comes next | `Next step is a proposal` | next |
 * | a plan without a subject | `Will remove it from the agenda`, `Going to flag it` | plan |
 */
const START = "(?:(?:ok|okay|yes|yeah|sure|so|and|but|great|thanks|cool|also|however)[,. ]+)*";
/** What one says in a meeting about the meeting itself. */
const TALK = new RegExp(
  "^(?:make (?:one|a|two) comments?|note that|add that|say|point out|admit|start|begin|go first|pass|" +
    "quote|ask the question|be (?:brief|quick|honest)|let you|put it|" +
    "give (?:an?|the|some) (?:update|overview|intro\\w*|example)|second|defer to you|explain|stop|" +
    "try to be|summarize)\\b",
  "u",
);
const PROMISE = new RegExp(
  `^${START}I(?:'ll| will| need to| have to|'m going to| am going to| plan to| can)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
export const promise: Rule = ({ text, speaker }) => {
  const match = PROMISE.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  const isSure = !/ can /.test(match[0]) || isWorkVerb(wordAt(text, at));
  return isSure && isWork(text, at) && !TALK.test(text.slice(at, at + 40))
    ? { owners: speaker === null ? [] : speakerNames(speaker) }
    : null;
};

const PLEASE = /please (?:\p{L}{1,20}ly )?(?=\p{Ll})/giu;
const BEFORE_PLEASE = /(?:^|[.!;:,)] |\s-{1,2} |[–—] |\b(?:so|and|then|can you|could you|would you) )$/i;
const IF_YOU: Near = { words: /\bif you /gi, within: 40, but: /\n/ };
/** How far before "please" the opening of the request may be. */
const LONGEST_OPENING = 50;
/** What a template tells everybody at every meeting. */
export const TEMPLATE = new RegExp(
  "\\byourself\\b|\\byour? names?\\b|\\bregularly\\b|\\bjoin us\\b|\\bfeel free\\b|\\bsign[ -]in\\b|" +
    "\\b(?:at|before) the (?:beginning|start|end) of (?:the|this|each|every) (?:meeting|call)|" +
    "\\bagenda items?\\b|\\bmute\\b|\\braise your hand\\b|\\bcode of conduct\\b",
  "i",
);
const ASKED: Near = {
  words: new RegExp(
    "\\b(?:looking for|would (?:really )?(?:appreciate|love|welcome)|could use|asking for|" +
      "ask(?:s|ed) for|seeking|call for|(?:help|feedback|input|volunteers?|reviews?) " +
      "(?:wanted|needed|welcome|appreciated))\\b",
    "gi",
  ),
  within: 30,
  but: /\./,
};
const HELP = new RegExp(
  "\\b(?:feedback|help|reviews?|reviewers?|volunteers?|input|approvals?|comments?|folks to|people to|" +
    "someone to|needed|wanted|welcome)\\b",
  "gi",
);

/** Where the words of a request begin behind "please". null: nobody is asked. */
function behindPlease(text: string): number | null {
  for (const { 0: please, index } of text.matchAll(PLEASE)) {
    const before = text.slice(Math.max(0, index - LONGEST_OPENING), index);
    if (BEFORE_PLEASE.test(before) && (before !== "" || index === 0)) return index + please.length;
    if (endsNear(before, IF_YOU)) return index + please.length;
  }
  return null;
}
export const request: Rule = ({ text }) => {
  if (TEMPLATE.test(text)) return null;
  if (findPair(text, ASKED, HELP) !== -1) return { owners: [] };
  const at = behindPlease(text);
  return at !== null && isWorkVerb(wordAt(text, at)) ? { owners: [] } : null;
};

const NEED = new RegExp(
  `^${START}(?:(?:we|team|group|tsc|everyone|folks|all|chairs?|editors?|someone|somebody|you)` +
    "(?:'ll| will| still| all| also| just| really)*(?: (?:need|needs|have|has|must|ought))|" +
    "(?:still |just |also )?needs?|have) to(?: also| still| just| either| really)? (?=\\p{Ll})",
  "iu",
);
/**
 * `Need a volunteer`, `we need better names`, `Additional reviews needed`: a thing that somebody has to bring about.
 */
const NEED_OF = new RegExp(
  `^${START}(?:we (?:still |also |really )?need|(?:still |just |also )?needs?) (?=\\p{Ll})(?!to\\b|not\\b)`,
  "iu",
);
const NEEDED = /^(?:\p{L}+ ){1,4}needed[.!]?$/iu;
const NO_NEED = /^(?:be|have (?:a |the )?(?:look|idea)|know|see|think|say|wait|consider|agree|decide if)\b/;
const WE_WILL = new RegExp(
  `^${START}(?:we|team|group|tsc)(?:'ll| will| are going to| plan to| agreed to)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
const MAX_NEED = 90;
export const need: Rule = ({ text }) => {
  if (TEMPLATE.test(text)) return null;
  const to = NEED.exec(text);
  if (to !== null) return NO_NEED.test(text.slice(to[0].length)) ? null : { owners: [] };
  const will = WE_WILL.exec(text);
  if (will !== null) return isWorkVerb(wordAt(text, will[0].length)) ? { owners: [] } : null;
  const of = NEED_OF.exec(text);
  const isOne = of !== null && /^(?:an?|some|more|another|volunteers?|help)\b/.test(text.slice(of[0].length));
  const isThing = isOne || (text.length < MAX_NEED && (of !== null || NEEDED.test(text)));
  return isThing ? { owners: [] } : null;
};

const LETS = new RegExp(`^${START}(?:first )?let'?s (?:also |then |first |try to |just )*(?=\\p{Ll})`, "iu");
const NO_LETS = new RegExp(
  "^(?:see|talk|discuss|go|start|wait|hope|say|not|do|move|begin|take|keep|leave|defer|postpone|ship|" +
    "drop|use|push|close|merge|have|hear|skip|continue|try|stop|pass|vote|accept|remove)\\b",
);
export const lets: Rule = ({ text, people }) => {
  const let1 = /^let (?=\p{Lu})/iu.exec(text);
  const list = let1 === null ? null : readNames(text, let1[0].length, people);
  if (list?.isKnown === true && isWorkVerb(wordAt(text, list.end + 1)))
    return { owners: somebody(list.names, people) };
  const match = LETS.exec(text);
  if (match === null) return null;
  const behind = text.slice(match[0].length);
  return /^make sure\b/.test(behind) || (isWorkVerb(wordAt(behind, 0)) && !NO_LETS.test(behind))
    ? { owners: [] }
    : null;
};

const NEXT =
  /^(?:the |so )?next(?: steps?)?(?: here)?(?: (?:is|are|would be|will be))?(?: for)?(?::| to| )\s*(?=\S)/i;
export const next: Rule = (sentence) => {
  const match = NEXT.exec(sentence.text);
  if (match === null || !/step|:/i.test(match[0])) return null;
  const list = readNames(sentence.text, match[0].length, sentence.people);
  const isOwned =
    list !== null &&
    isPerson(list, sentence.people) &&
    /^(?: to| will|'ll| is)\b/.test(sentence.text.slice(list.end));
  return { owners: isOwned ? somebody(list.names, sentence.people) : [] };
};

const PLAN = new RegExp(
  `^${START}(?:will|going to|(?:the )?(?:plan|goal|intention|hope|aim)(?: is|:)?(?: still)? to|` +
    `planning to|plan to|plans to)${AUXILIARY} (?=\\p{Ll})`,
  "iu",
);
export const plan: Rule = ({ text, speaker, hasDue }) => {
  const match = PLAN.exec(text);
  if (match === null) return null;
  const at = match[0].length;
  if (reachesRelease(text, at)) return null;
  const isGoal = /goal|hope|aim/i.test(match[0]);
  const isDone =
    isWork(text, at) && (isWorkVerb(wordAt(text, at)) || /^be \p{L}+ing\b/u.test(text.slice(at)));
  return (isDone && !isGoal) || hasDue(text)
    ? { owners: speaker === null ? [] : speakerNames(speaker) }
    : null;
};
