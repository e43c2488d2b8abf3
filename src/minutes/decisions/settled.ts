import { endsNear, type Near, openSentence } from "../../language/text/near.ts";
import { endRun, trimEnd } from "../../language/text/trim.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { SETTLED_RULES, type SettledRule } from "./settled-rules.ts";

const HINT = new RegExp(
  "agree|consensus|decided|resolved|voted|approv|accept|reject|declin|defer|postpon|tabled|adopt|" +
    "ratif|carried|passe[sd]|unanim|object|concur|elected|settled|consent|oppos|conclud|chose",
  "i",
);
/** What in front of it takes it back, however far in its sentence. */
const NEGATED: Near = {
  words: /\b(?:none|not|n't|never|nobody|nothing|if|whether|unless|once|should|propos\w{1,6}|when|until)\b/gi,
  within: 60,
  but: /[.;:!?]/,
};
/** What right in front of it takes it back. */
const DENIED: Near = {
  words: new RegExp(
    "\\b(?:not|n't|never|no|nor|without|need(?:s|ed)?(?: to| an?)?|seek(?:ing)?|sought|want(?:s|ed)? to|" +
      "if|whether|unless|until|once|when|before|after|should|could|would|might|may|must|can|will|try|" +
      "trying|hope|hoping|to be|be|being|propos\\w+|pending|waiting|await\\w{0,3}|towards?|build(?:ing)?|" +
      "lack(?:ing)?|get(?:ting)?|gain|find(?:ing)?|require[sd]?|for|how|why|who|which|that|what|already|" +
      "previously|ask\\w{0,3}|until|as|of|your|my|number of people have|some|several|many|most|in order|" +
      "assum\\w{1,7}|expect\\w{0,6}|likely|probably|perhaps|maybe|un|partially)\\b",
    "gi",
  ),
  within: 12,
  but: /[.;:]/,
};
const EARLIER = new RegExp(
  "\\b(?:(?<!of (?:the )?)last (?:week|time|month|meeting|call|year)|previously|earlier|already|" +
    "in the past|a while ago|at the (?:last|previous)|back in|in (?:20\\d\\d))\\b",
  "i",
);
/** What opens an account of an earlier meeting: "In the previous meeting, …". */
const THEN =
  /(?:^|[.!?]\s+)(?:in|at|on|during) (?:the |our )?(?:previous|last|past|earlier) \w+(?: \w+)?,? $/i;
const STATUS = [
  /\bconsensus\b[^.]{0,60}\b(?:not|never|lacking|missing|elusive)\b/i,
  /\b(?:agreed|decided|approved|accepted) (?:nothing|by (?:nobody|no ?one))\b|\bagreed? to disagree\b/i,
  /\bapproved (?:by (?!consensus|the|unanim|vote|all|everyone)|the pr|pr|changes|reviews?)\b/i,
  new RegExp(
    "\\b(?:talk|paper|application|submission|student|candidate|grant|invitation)s? (?:\\w{1,20} ){0,3}" +
      "(?:accepted|approved|rejected)\\b",
    "i",
  ),
  // What others decided.
  /\bthey(?:'ve| have)? (?:rejected|accepted|declined|approved|adopted)\b/i,
  /\b(?:accepted|approved|rejected|adopted|declined) (?:upstream|downstream)\b|^(?:up|down)stream\b/i,
  new RegExp(
    "\\b(?:[Aa]dopted|[Aa]ccepted|[Rr]ejected|[Aa]pproved) by (?:the )?" +
      "(?:reviewers?|editors?|maintainers of|\\p{Lu}\\p{Ll}+(?! and| &|,))" +
      "(?! (?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Tt]eam|[Gg]roup|WG|TSC))\\b",
    "u",
  ),
  new RegExp(
    "\\baccepted (?:answer|manuscript|papers?|talks?)\\b|\\bdeprecat|\\brejected promise|\\bnot yet\\b|" +
      "^(?:prs?|pull requests?) ",
    "i",
  ),
];

/** Whether a sentence or clause begins behind a text. */
function isHeadBehind(before: string): boolean {
  const marks = /[\s*_"'(]/;
  const rest = trimEnd(before, marks);
  return rest === "" || /(?:[.!?;:,)\]"–—-]|->|→)$/.test(rest) || endRun(before, marks).includes('"');
}

function settles({ find, bySpeaker }: SettledRule, clause: Clause, text: string, isSpeech: boolean): boolean {
  if (isSpeech && !bySpeaker) return false;
  const index = find(clause.text);
  if (index === -1) return false;
  const at = clause.start + index;
  const before = text.slice(Math.max(0, at - 30), at);
  const isHead = index === 0 && isHeadBehind(before);
  const sentence = openSentence(text.slice(Math.max(0, at - 80), at));
  return !endsNear(sentence, NEGATED) && (isHead || !endsNear(before, DENIED));
}

const SETTLES =
  "(?:agree[sd]|decide[sd]|accept(?:s|ed)|reject(?:s|ed)|approve[sd]|adopt(?:s|ed)|vote[sd]|" +
  "defer(?:s|red)|postpone[sd]|resolve[sd]|elect(?:s|ed)|appoint(?:s|ed)|chose|seems? to agree)";
/** A body by its letters or its kind: `The SC accepted …`, `EC decided …`, `the docs team agreed …`. */
const BODY = new RegExp(
  "^(?:The |the )?(\\p{Lu}{2,6}|[\\p{L}-]+ (?:team|group|committee|council|board|WG|SIG))" +
    `(?: members)?(?: has| have| all| also| unanimously| then)* ${SETTLES}\\b`,
  "u",
);
/** `The SC discussed it, and agreed …`. */
const BODY_AND = new RegExp(
  "^(?:The |the )?(\\p{Lu}{2,6}|[\\p{L}-]+ (?:team|group|committee|council|board|WG|SIG)) (?:briefly )?" +
    "(?:discussed|considered|reviewed|talked)\\b",
  "u",
);
const AND = new RegExp(`^(?:and )?(?:then )?${SETTLES}\\b`, "u");

/** Whether a body settles something in a clause, or in the one that this clause continues. */
function isOfBody(clause: Clause, text: string, isPerson: (name: string) => boolean): boolean {
  const body = BODY.exec(clause.text)?.[1];
  if (body !== undefined) return !isPerson(body);
  if (!AND.test(clause.text)) return false;
  const sentence = text
    .slice(0, clause.start)
    .replace(/^.*[.!?]\s/s, "")
    .replace(/^[\s*>-]+/, "");
  const before = BODY_AND.exec(sentence)?.[1];
  return before !== undefined && !isPerson(before);
}

/** "We agreed" of one who speaks is their account of it. */
const ACCOUNT = /^(?:so |and |then |but |ok |as \w+ )*(?:we|i think we)\b/i;

/**
 * Where in a text a clause says that something was settled; null: nowhere.
 *
 * @param isSpeech Whether one person says so: then "agreed" is only theirs, and "we agreed" their account of it.
 */
export function findSettled(
  text: string,
  from: number,
  isSpeech: boolean,
  isPerson: (name: string) => boolean,
): { start: number; explicit: boolean } | null {
  if (!HINT.test(text)) return null;
  for (const clause of clausesOf(text, from)) {
    if (!HINT.test(clause.text) || clause.text.endsWith("?") || STATUS.some((rule) => rule.test(clause.text)))
      continue;
    if (EARLIER.test(clause.text) || THEN.test(text.slice(Math.max(0, clause.start - 40), clause.start)))
      continue;
    if (
      isOfBody(clause, text, isPerson) ||
      SETTLED_RULES.some((rule) => settles(rule, clause, text, isSpeech))
    ) {
      return { start: clause.start, explicit: !(isSpeech && ACCOUNT.test(clause.text)) };
    }
  }
  return null;
}
