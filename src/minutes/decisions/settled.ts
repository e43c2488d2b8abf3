import { endsNear, findPair, type Near, openSentence } from "../../language/text/near.ts";
import { endOf, endOfAll, endRun, trimEnd } from "../../language/text/trim.ts";

/**
 * Sentences that say in so many words that something was settled:
 *
 * | habit | example |
 * | --- | --- |
 * | the group agreed | `Agreed to merge weekly`, `we all agreed that …`, `everyone agrees`, `it was agreed` |
 * | agreement was reached | `We have agreement, …`, `General consensus on landing early`, `consensus is to wait` |
 * | the group decided | `decided to keep it`, `TSC voted to …`, `was decided to be Tuesday` |
 * | a matter was settled | `approved`, `#12 was rejected`, `deferred till tomorrow`, `postponed to the next meeting` |
 * | a motion | `Motion carried`, `passed unanimously`, `unanimous consent to phase 1` |
 * | nobody objected | `No objections`, `hearing no objections` |
 *
 * Not where it is sought, doubted, denied or asked, nor where one person agrees.
 */
interface Rule {
  /** Where a clause says so; -1: nowhere. */
  readonly find: (clause: string) => number;
  /** Also where one person speaks: the chair says that the group agreed. */
  readonly bySpeaker: boolean;
}

const GROUP =
  "(?:(?:we|group|the group|team|the team|everyone|everybody|all|the meeting|the committee|committee|" +
  "board|the board|tsc|tc|the tsc|wg|the wg|council|cpc|members|attendees|people present|" +
  "those present|participants|all (?:participants|attendees|members|present|parties)|both|they|" +
  "community|maintainers|core team|lang team)(?: members)?(?: present)?" +
  "(?:'ve| have| has| had| all| both| then| also| seem(?:s|ed) to| generally| unanimously| mostly|" +
  " finally| just)*)";
const PASSIVE =
  "(?:(?:is|was|were|are|has been|have been|been|got|gets) " +
  "(?:now |then |thus |hereby |unanimously |formally |tentatively |finally )?)";
const MATTER =
  "(?:approved|accepted|rejected|declined|deferred|postponed|tabled|adopted|ratified|voted (?:down|in)|turned down)";

const by =
  (pattern: RegExp) =>
  (clause: string): number =>
    clause.search(pattern);

/** The sticky pattern behind any number of words that the other one matches. */
const after =
  (words: RegExp, pattern: RegExp) =>
  (clause: string): number => {
    const at = endOfAll(clause, words);
    return endOf(clause, pattern, at) > at ? 0 : -1;
  };

const ARGUED: Near = {
  words: /\b(?:motion|vote|proposal|resolution|minutes|agenda|pr|rfc|charter|budget)\b/gi,
  within: 40,
  but: /\n/,
};
const CARRIED =
  /\b(?:carried|carries|passed|passes|approved|adopted|accepted|rejected|failed|fails)\b(?! by \w+ reviewers?)/gi;

const AGREED_THAT = / (?:both |all )?agreed? (?:that|on)\b/;

/** `Ada, Grace and Linus agreed that`: at least two names in capitals. */
function findAgreement(clause: string): number {
  const end = AGREED_THAT.exec(clause)?.index ?? 0;
  const words = clause.slice(0, end).split(" ");
  const last = words.pop() ?? "";
  const and = words.pop() ?? "";
  const isName = (word: string): boolean => /^\p{Lu}[\p{L}.-]+$/u.test(word);
  const areNames = words.every((word, at) => isName(at < words.length - 1 ? word.replace(/,$/, "") : word));
  return words.length > 0 && /^(?:and|&)$/.test(and) && isName(last) && areNames ? 0 : -1;
}

const RULES: readonly Rule[] = [
  {
    find: after(
      new RegExp(
        `so |then |also |it ${PASSIVE}|generally |unanimously |mutually |tentatively |mostly |in the end |` +
          "ultimately |finally ",
        "iy",
      ),
      new RegExp(
        "agreed(?!,? or\\b)(?=\\s+(?:to|that|on|upon|with|by|we|not|the|a|as|in principle|unanimously|this|" +
          "it|there|best|next|for)\\b|[:;,.]|\\s+[–—-]|$)",
        "iy",
      ),
    ),
    bySpeaker: false,
  },
  {
    find: by(
      new RegExp(
        `^(?:so |then |and |but |ok |okay |yes |thus |\\w+ly )*${GROUP} ` +
          "(?:agree|agrees|agreed|concur|concurred|are (?:all )?in agreement|decided|resolved|voted|elected|" +
          "chose|settled on|approved|accepted|rejected|adopted|ratified|deferred|postponed|tabled|declined|" +
          "consented|concluded)\\b",
        "i",
      ),
    ),
    bySpeaker: true,
  },
  {
    find: by(
      new RegExp(
        "^(?:so |then |and |but )*(?:we |group |there (?:is|was|were|seems to be) |tsc |team )?" +
          "(?:(?:have|has|had|reached|came to|come to|got) )?(?:an? |the |some |general |broad |full |clear |" +
          "strong |overall |unanimous |rough |discussion and )*agreement\\b" +
          "(?! (?:needed|required|between|form|template|document|text|process|by|of))",
        "i",
      ),
    ),
    bySpeaker: true,
  },
  {
    find: by(
      new RegExp(
        "^(?:so |then |and |but |it seems |looks like |sounds like |i think |the |our |we |group |tsc |" +
          "there (?:is|was|seems to be) |(?:have|has|had|reached|came to|come to|got|by|with) |an? |some |" +
          "general |broad |full |clear |strong |rough |lazy |light |loose |unanimous |meeting |team |" +
          "overall |previous )*consensus\\b(?= (?:is|was|that|to|on|of|for|around|about|in|from|among|not|we|" +
          "reached|seems|here|being|remains|was reached|of the)\\b|\\s*[:,–—-])",
        "i",
      ),
    ),
    bySpeaker: true,
  },
  {
    find: after(
      new RegExp(`so |then |and |but |it |this was |this |that |${PASSIVE}`, "iy"),
      /decided(?= (?:to|that|on|not|against|we|in favou?r|by|upon|it|this)\b)|resolved(?= (?:to|that we)\b)/iy,
    ),
    bySpeaker: false,
  },
  {
    find: by(
      new RegExp(
        `^(?:provisionally |conditionally |formally |unanimously |tentatively )?${MATTER}` +
          "(?=[.,:;!)–—-]|\\s*$|\\s(?:[–—-]|(?:to|till|until|for|by|as|since|because|due|in|with|from|at|on|" +
          "the|and|but|unanimously|pending|this|it|we|per|under|minutes|discussion|without|subject|" +
          "again)\\b))",
        "i",
      ),
    ),
    bySpeaker: false,
  },
  { find: by(new RegExp(`\\b${PASSIVE}${MATTER}\\b`, "i")), bySpeaker: true },
  {
    find: by(new RegExp(`\\b${PASSIVE}(?:decided|agreed)(?: upon| on| to be| to| that| as)\\b`, "i")),
    bySpeaker: true,
  },
  {
    find: (clause) => findPair(clause, ARGUED, CARRIED),
    bySpeaker: true,
  },
  {
    find: by(
      new RegExp(
        "\\b(?:passed|approved|adopted|accepted|agreed|carried) unanimously\\b|" +
          "\\bunanimous(?:ly)? (?:consent|approval|vote|approved|agreed|accepted|passed|in favou?r)\\b",
        "i",
      ),
    ),
    bySpeaker: true,
  },
  {
    find: by(
      new RegExp(
        "^(?:so |ok |and |there (?:were|was|are) |hearing |heard |seeing |saw |with |not hearing any |" +
          "received )*(?:no|zero) (?:further |other |strong |major |more )?objections?\\b(?! (?:so far|yet))",
        "i",
      ),
    ),
    bySpeaker: false,
  },
  {
    find: by(/^(?:no ?one|nobody|none) (?:objected|objects|opposed|opposes|was opposed)\b/i),
    bySpeaker: true,
  },
  { find: by(/\b(?:deferred|postponed|tabled) (?:to|till|until|for|by)\b/i), bySpeaker: true },
  {
    find: by(
      /^we(?:'ll| will| are going to|'re going to)? (?:defer|postpone|table|reject|approve|accept)\b/i,
    ),
    bySpeaker: true,
  },
  {
    find: by(
      new RegExp(
        "^(?!.*\\b(?:be|being|almost|nearly|partially|partly|half|probably|maybe|perhaps|likely|may|might|" +
          "tests?|checks?|ci|builds?|review|reviews|deadline|time|weeks?|days?|years?)\\b)" +
          "(?:[\\p{L}\\d#'-]+ ){1,5}(?:accepted|approved|rejected|adopted|ratified|passed|carried)[\\s.!]*$",
        "iu",
      ),
    ),
    bySpeaker: false,
  },
  { find: by(/^(?:defer|postpone) (?:to|till|until)\b/i), bySpeaker: true },
  { find: by(/^(?:passed|carried)[\s.!]*$/i), bySpeaker: false },
  {
    find: findAgreement,
    bySpeaker: false,
  },
  {
    find: by(
      new RegExp(
        "\\b(?:elected|appointed|confirmed|voted in) (?:as|for the roles?|" +
          "to the (?:board|tsc|committee|council|team)|chair)\\b",
        "i",
      ),
    ),
    bySpeaker: true,
  },
  { find: by(/^let(?:'s| us) (?:defer|postpone)\b/i), bySpeaker: true },
];

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

interface Clause {
  readonly text: string;
  readonly start: number;
}

const CLAUSE = /[.!?;](?=\s)|\s-{1,2}(?=\s)|\s[–—](?=\s)|->|→|,(?=\s)|:(?=\s)|[)\]](?=\s)|[([](?=\p{L})/gu;
const LEAD = /^(?:[\s>*_"'([:,-]|\p{Extended_Pictographic}|\uFE0F|\u200D)*/u;
const MAX_CLAUSES = 80;

/** The clauses of a text: parts between full stops, dashes, commas, brackets. */
export function clausesOf(text: string, from: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const lead = LEAD.exec(part)?.[0].length ?? 0;
    if (part.trim() !== "") clauses.push({ text: part.slice(lead).trimEnd(), start: start + lead });
    start = end;
  };
  for (const match of text.slice(from).matchAll(CLAUSE)) {
    if (clauses.length >= MAX_CLAUSES) break;
    add(from + match.index + match[0].length);
  }
  add(text.length);
  return clauses;
}

/** Whether a sentence or clause begins behind a text. */
function isHeadBehind(before: string): boolean {
  const marks = /[\s*_"'(]/;
  const rest = trimEnd(before, marks);
  return rest === "" || /(?:[.!?;:,)\]"–—-]|->|→)$/.test(rest) || endRun(before, marks).includes('"');
}

function settles({ find, bySpeaker }: Rule, clause: Clause, text: string, isSpoken: boolean): boolean {
  if (isSpoken && !bySpeaker) return false;
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

/** Whether a body settles something in a clause, or in the clause before goes on to. */
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
 * @param isSpoken Whether one person says so: then "agreed" is only theirs, and "we agreed" their account of it.
 */
export function findSettled(
  text: string,
  from: number,
  isSpoken: boolean,
  isPerson: (name: string) => boolean,
): { start: number; explicit: boolean } | null {
  if (!HINT.test(text)) return null;
  for (const clause of clausesOf(text, from)) {
    if (!HINT.test(clause.text) || clause.text.endsWith("?") || STATUS.some((rule) => rule.test(clause.text)))
      continue;
    if (EARLIER.test(clause.text) || THEN.test(text.slice(Math.max(0, clause.start - 40), clause.start)))
      continue;
    if (isOfBody(clause, text, isPerson) || RULES.some((rule) => settles(rule, clause, text, isSpoken))) {
      return { start: clause.start, explicit: !(isSpoken && ACCOUNT.test(clause.text)) };
    }
  }
  return null;
}
