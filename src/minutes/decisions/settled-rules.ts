import { findPair, type Near } from "../../language/text/near.ts";
import { endOf, endOfAll } from "../../language/text/trim.ts";

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
export interface SettledRule {
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

/** What a meeting accepts or turns down. */
const SUBJECT: Near = {
  words:
    /(?:\b(?:it|this|that|prs?|pull requests?|proposals?|motions?|requests?|issues?|rfcs?|resolutions?|suggestions?|changes?|patch(?:es)?|minutes|agenda|reports?|nominations?|budgets?|charters?|names?|plans?|membership|application|everything)\b|#\d{1,9}\b)/gi,
  within: 60,
  but: /\n/,
};
const IS_SETTLED = new RegExp(`\\b(?:is|are) (?:now |hereby |unanimously |formally )?${MATTER}\\b`, "gi");

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

export const SETTLED_RULES: readonly SettledRule[] = [
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
  { find: by(new RegExp(`\\b(?!(?:is|are) )${PASSIVE}${MATTER}\\b`, "i")), bySpeaker: true },
  // `Objects are accepted` tells what a program does.
  {
    find: (clause) => findPair(clause, SUBJECT, IS_SETTLED),
    bySpeaker: true,
  },
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
          "(?:[\\p{L}\\d#'-]+ ){1,5}(?<!\\b(?:is|are) )(?:accepted|approved|rejected|adopted|ratified|passed|carried)[\\s.!]*$",
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
