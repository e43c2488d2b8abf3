import { findPair, type Near } from "../../language/text/near.ts";
import { endOf, endOfAll, endsOfAll } from "../../language/text/trim.ts";

/**
 * Sentences that a reader takes for settled although no word says so:
 *
 * | habit | example |
 * | --- | --- |
 * | nobody minds | `No concerns about the name`, `We seemed fine with it`, `feedback is positive` |
 * | it continues | `Moving forward with both`, `Go ahead and use it`, `Going with option 2` |
 * | it is over | `issue closed`, `Closed since we have a PR`, `Closing` |
 * | it waits | `Punted to next week`, `Let's do that later`, `Probably defer to Monday`, `Leave it on the agenda` |
 * | it is off the table | `will remove from the agenda`, `no further discussion needed` |
 * | the group | `we'll ship it`, `we will not do this`, `We decided on a registry` |
 * | let's | `sure, let's ship it` |
 * | a verdict in bold | `#12 soft deletes **in scope**` |
 */
const RULES = [
  new RegExp(
    "^(?:there (?:were|was|are) |we have |hearing )?no (?:concerns?|disagreements?|opposition|" +
      "issues? with|problems? with|complaints)\\b",
    "i",
  ),
  new RegExp(
    "^(?:there (?:were|was|are) |we have |hearing )?no \\w{1,20} " +
      "(?:concerns?|disagreements?|opposition|issues? with|problems? with|complaints)\\b",
    "i",
  ),
  /^(?:punted|deferred|postponed|tabled|bumped|parked)(?= (?:as|because|since|for|until|to|due)\b|[\s.]*$)/i,
  /\b(?:feedback|response|reception) (?:is|was) (?:very |generally |overwhelmingly )?positive\b/i,
  /^(?:ok(?:ay)?,? )?go ahead\b/i,
  new RegExp(
    "^(?:the |this )?(?:issue|pr|ticket|item|discussion|proposal)?\\s*" +
      "(?:is |was |being |can be |has been |now )?(?:closed|closing)" +
      "(?=\\s*(?:$|[.!,;]|since|as\\b|because|by\\b|in favou?r|with\\b|out\\b|for now))",
    "i",
  ),
  new RegExp(
    "\\bwill not be (?:accepted|merged|included|supported|implemented|pursued|part of)\\b|" +
      "\\bwon't (?:do|be doing|support|merge|pursue|fix)\\b",
    "i",
  ),
  new RegExp(
    "^(?:the )?(?:plan|recommendation|proposal accepted|conclusion|upshot|resolution|final answer)" +
      "(?: (?:is|was)(?: now)?(?: to)?\\s|:)",
    "i",
  ),
  /\bmark(?:ed|ing)?(?: it| this)?(?: as)? (?:pending close|wontfix|won't fix|resolved|closed|stale|duplicate)\b/i,
  /\bno dissent\b/i,
  /\bleave (?:it |this )?on (?:(?:the )?agenda|(?:to|until|for) )|^leave (?:it |this )?on\b/i,
  /\b(?:remov(?:e|es|ed|ing)|tak(?:e|es|en|ing)|drop(?:s|ped)?) (?:it |this |the )?(?:from |off )?(?:the )?agenda\b/i,
  new RegExp(
    "\\b(?:remov(?:e|es|ed|ing)|tak(?:e|es|en|ing)|drop(?:s|ped)?) (?:it |this |the )?(?:from |off )?" +
      "(?:the )?\\w{1,20}[- _]agenda\\b",
    "i",
  ),
  /^hold on (?:this|it)\b|\bon hold\b|^come back to (?:it |this )?later\b/i,
  /^discussion (?:to|will) (?:be taken|continue|move)|\bno further (?:discussion|action|need)\b/i,
  /\b(?:kick|moved?|taken?) (?:this |it |back ){0,3}to (?:the )?(?:issue|github|mailing list)/i,
  /\b(?:kick|moved?|taken?) (?:this |it |back ){0,3}to (?:the )?\w{1,20} (?:workstream|milestone)/i,
];

/** What two things said one behind the other settle. */
const PAIRS: readonly { readonly first: Near; readonly second: RegExp }[] = [
  {
    first: {
      words: /\b(?:participants|members|everyone|all|those present|group|general interest|interest)\b/gi,
      within: 20,
      but: /\n/,
    },
    second: /\b(?:in favou?r|supportive|expressed)\b/gi,
  },
  {
    first: { words: /\btook a vote\b/gi, within: 60, but: /\n/ },
    second: /\b(?:endors|in favou?r|pass|yes|approv)/gi,
  },
];

/** What is settled behind words that may be said in front of it, any number of times. */
const LED: readonly { readonly lead: RegExp; readonly words: RegExp }[] = [
  {
    lead: /so |ok |okay |yes |we(?:'re| are| will be| will|'ll)? ?/iy,
    words: new RegExp(
      "(?:moving|move|going|go|proceed(?:ing)?|stick(?:ing)?|keep(?:ing)?) (?:forward |ahead |on )?" +
        "(?:with|and use|for it)\\b",
      "iy",
    ),
  },
  {
    lead: /ok,? |so |yes,? |sure,? |yeah,? |then /iy,
    words: new RegExp(
      "let's (?!not\\b|also\\b|add\\b|see\\b|talk\\b|discuss\\b|look\\b|hear\\b|start with\\b|move on\\b|try to\\b|" +
        "say\\b|go around\\b|go through\\b|be\\b|hope\\b|make sure\\b|wait and\\b|think\\b|not forget\\b|check\\b|" +
        "take\\b|begin\\b|ask\\b|have\\b|collect\\b|get started\\b)\\w",
      "iy",
    ),
  },
  {
    lead: /so |and |ok |yes |then /iy,
    words: /we (?:decided|settled|agreed|chose|opted|resolved|concluded)\b/iy,
  },
  {
    lead: /so |and |ok |yes |then /iy,
    words: new RegExp(
      "we(?:'ll| will| are going to|'re going to) (?:not |keep |use |ship |go |drop |stick |adopt |" +
        "support |make |leave |do |only |also |start |stop |allow |require |merge |release |accept )",
      "iy",
    ),
  },
];

const PUT_OFF = new RegExp(
  "(?:punt(?:ed|ing)?|defer(?:red|ring)?|postponed?|delay(?:ed)?|push(?:ed)?|moved?|bump(?:ed)?|" +
    "tabled?|skip(?:ped)?|park(?:ed)?)",
  "iy",
);
const PUT_OFF_LEAD = /probably |likely |let's |we(?:'ll| will)? |will /iy;
const PUT_OFF_WHAT = / (?:this|it|that|discussion|back|off|the \w+)/iy;
const PUT_OFF_TO = new RegExp(
  " (?:to|till|until|for) (?:the )?(?:next|later|another|a later|tomorrow|mon|tues|wednes|thurs|fri|" +
    "future|after|now|time|follow)",
  "iy",
);

/** `Probably defer this to Monday`. */
function putsOff(clause: string): boolean {
  const lead = endOfAll(clause, PUT_OFF_LEAD);
  const verb = endOf(clause, PUT_OFF, lead);
  const what = endOfAll(clause, PUT_OFF_WHAT, verb);
  return verb > lead && endOf(clause, PUT_OFF_TO, what) > what;
}

const PEOPLE =
  /(?:we|group|everyone|people|folks|team|all|tsc)(?: all)?(?: are| were| is| was| seem(?:s|ed)?| felt| feel)/iy;
const ALL = / (?:all|generally|mostly)/iy;
const CONTENT = / (?:fine|ok|okay|happy|comfortable|good|supportive|in favou?r|on board|aligned)\b/iy;

/** `We seemed generally fine with it`. */
function isContent(clause: string): boolean {
  const people = endOf(clause, PEOPLE, 0);
  const all = endOfAll(clause, ALL, people);
  return people > 0 && endOf(clause, CONTENT, all) > all;
}

function isLed(clause: string): boolean {
  return LED.some(({ lead, words }) => endsOfAll(clause, lead).some((at) => endOf(clause, words, at) > at));
}

const HINT = new RegExp(
  "no |fine|ok|happy|comfort|good|support|favo|board|align|positive|forward|with|ahead|clos|punt|" +
    "defer|postpon|delay|push|move|bump|table|skip|park|let's|leave|agenda|further|we[ ']|will not|" +
    "won't|plan|recommend|conclusion|upshot|resolution|final|mark|scope|go|hold|come|discussion|kick|" +
    "taken|remov|drop|dissent|interest|participants",
  "i",
);
const UNSURE = new RegExp(
  "\\?$|\\b(?:maybe|perhaps|might|could|if we|would|should we|option|propos(?:e|es|ed|ing)|i think|" +
    "not sure|unclear)\\b|\\b(?:suggest|wonder)",
  "i",
);

const VERDICT = new RegExp(
  "^(?:is |not |yes, |no, )*(?:(?:in|out of) scope|wont ?fix|won't fix|approved|rejected|accepted|" +
    "declined|yes|no|go|no-go|postponed|deferred|agreed)[.!]?$",
  "i",
);

/** A verdict in bold at the end of an item: "#12 soft deletes **in scope**". */
export function isVerdict(words: string): boolean {
  return VERDICT.test(words.trim());
}

function isSettled(clause: string): boolean {
  return (
    RULES.some((rule) => rule.test(clause)) ||
    PAIRS.some(({ first, second }) => findPair(clause, first, second) !== -1) ||
    isLed(clause) ||
    putsOff(clause) ||
    isContent(clause)
  );
}

/** Whether a clause reads as settled. */
export function readsSettled(clause: string): boolean {
  return HINT.test(clause) && !UNSURE.test(clause.trimEnd()) && isSettled(clause);
}
