import escapeStringRegexp from "escape-string-regexp";
import { hasCondition } from "../../language/conditions.ts";
import { isUndone, REFUSED, refusalIn } from "./refusals.ts";

/**
 * Words in front that mark a decision:
 *
 * | habit | example | explicit |
 * | --- | --- | --- |
 * | a marker with a colon | `RESOLVED: …`, `Decision 4.1: …`, `AGREED: …`, `***Resolution #1: …***`, `Consensus: …`,
 *   `Conclusion: …` | yes |
 * | in brackets or with a hash | `[DECISION] …`, `(AGREED) …`, `#agreed …` | yes |
 * | in capitals without a colon | `RESOLVED to ship it`, `DECISION - ship it` | yes |
 * | what came out of it | `Outcome: …`, `Verdict: …`, `resolved -- Ada works on it` | no |
 *
 * A proposal (`Proposed resolution: …`, `PROPOSED: …`, `Decision (draft): …`, `DECISION: (tentative) …`) is none.
 */
export interface DecisionMarker {
  readonly start: number;
  /** Where the decision's words begin. */
  readonly end: number;
  readonly explicit: boolean;
  /** What it says instead of "agreed": `Rejected`. null: it was agreed. */
  readonly refusal: string | null;
  /** On what it depends, by a bracket in the marker: `(if Ada agrees)`. Empty: on nothing. */
  readonly condition: string;
}

const REFUSED_MARK = REFUSED.replace("|no (?:consensus|agreement|majority|quorum)", "").replace(
  "(?:motion |vote |proposal |resolution )?(?:failed|fails)",
  "(?:motion|vote|proposal|resolution) (?:failed|fails)",
);
const SURE =
  "(?:later |finally |final |group |our |team |tsc |wg |meeting )?" +
  "(?:resolutions?|resolved|decisions?(?: (?:made|taken|item|point))?|decided|agreed|agreements?|" +
  `approved|accepted|adopted|ratified|conclusions?|concluded|${REFUSED_MARK}|(?:rough |general |clear |group )?consensus` +
  "(?: reached)?|we (?:agreed|decided))";
const LIKELY =
  "(?:outcomes?|verdict|result of (?:the )?(?:vote|discussion)|resolved|" +
  "sense of the (?:meeting|room|group))";
const NUMBER = "(?: ?(?:#|no\\.?)? ?\\d{1,4}(?:\\.\\d{1,2}){0,2}(?![\\w/])| ?[A-Z]\\d{1,4}\\b)?";
const DECORATION = /^(?:[\s>*•◦▪●~_-]|=>|->|→|⇒|\p{Extended_Pictographic}|\uFE0F|\u200D|:[a-z_]+:)*/u;
const SHOUT = new RegExp(
  "^#?(?:RESOLVED|RESOLUTION|DECISION|DECIDED|AGREED|CONSENSUS|APPROVED|ACCEPTED|REJECTED|DECLINED|" +
    "WITHDRAWN|NOT (?:APPROVED|ACCEPTED|ADOPTED)|DEFERRED|POSTPONED)\\b" +
    "(?![-/]| (?:of|about|process|workflow|making|needed|required|pending|awaited|outstanding|call|" +
    "seeking|building)\\b)(?: #?\\d+)?",
);
const HASH = new RegExp(
  "^#(?:agreed|accepted|rejected|declined|withdrawn|deferred|postponed|" +
    "not-?(?:agreed|approved|accepted)|disagreed|decision|decided|resolved|resolution|approved)\\b",
  "i",
);
/** What is not settled yet. */
const UNSETTLED =
  "(?:propos(?:ed|al)|draft(?:ed)?|tb[dc]|to be (?:confirmed|decided|discussed|approved|voted|" +
  "ratified|agreed|finali[sz]ed|determined)|pending|candidate|not yet \\w{1,20}|" +
  "not (?:final|decided|settled|confirmed|official|binding)|preliminary|provisional(?:ly)?|" +
  "tentative(?:ly)?|unconfirmed|work in progress|wip|\\?{1,3})";
/** In brackets behind the word that marks a decision. */
const OPEN = new RegExp(`[([](?:open|to be \\w{1,20}|${UNSETTLED})[)\\]]`, "i");
/**
 * The first or the last of a decision's own words: `(proposed) ship it`, `draft: ship it`, `ship it (pending
 * approval)`.
 */
const OPENING = new RegExp(`^[\\s*_]{0,4}(?:[([]${UNSETTLED}[)\\]]|${UNSETTLED}\\s?[:–—-])`, "i");
const ENDING = new RegExp(`[([]${UNSETTLED}[)\\]][\\s.*_]{0,4}$`, "i");

interface Rules {
  readonly hint: RegExp;
  readonly sure: RegExp;
  readonly likely: RegExp;
  readonly bracket: RegExp;
  readonly inside: RegExp;
}

function makeRules(extra: readonly string[]): Rules {
  const own = extra.map((word) => `|${escapeStringRegexp(word.trim().toLowerCase())}`).join("");
  const any = `(?:${SURE}${own})`;
  return {
    hint: new RegExp(
      "resol|deci|agree|approv|accept|reject|declin|defer|postpon|adopt|ratif|withdr|retract|turned|" +
        "voted|veto|defeat|tabled|passed|carried|endors|fail|consensus|outcome|conclu|verdict|" +
        `sense of${own}`,
      "iu",
    ),
    sure: new RegExp(
      `^#?${any}${NUMBER}(?: ?\\([^()]{0,40}\\))?[\\s*_]{0,6}(?::(?!\\/\\/)|=>|->|→|\\s[–—]\\s|\\s-{1,2}\\s)[*_]*`,
      "iu",
    ),
    likely: new RegExp(`^${LIKELY}[\\s*_]{0,6}(?::|\\s[–—]\\s|\\s-{1,2}\\s)[*_]{0,6}`, "iu"),
    bracket: new RegExp(`^[[(<{]#?${any}${NUMBER}[\\])}>][\\s:–—-]*`, "iu"),
    inside: new RegExp(
      `(?:[.!?;)\\]]\\s|->|=>|→|\\s-{1,2}\\s|\\s[–—]\\s)[\\s*_]{0,4}(${any}${NUMBER})[\\s*_]{0,4}:(?!\\/\\/)`,
      "iu",
    ),
  };
}

const builtIn = makeRules([]);
const made = new WeakMap<readonly string[], Rules>();

function rulesFor(extra: readonly string[]): Rules {
  if (extra.every((word) => new RegExp(`^${SURE}$`, "iu").test(word.trim()) || word.trim() === ""))
    return builtIn;
  const rules = made.get(extra) ?? makeRules(extra.filter((word) => word.trim() !== ""));
  made.set(extra, rules);
  return rules;
}

/** A label in small letters with a dash is a status: "resolved -- Ada works on it". */
const isStatus = (label: string): boolean => /^resolved[^:]*$/.test(label);

/**
 * The marker of a decision at the head of a text, or of a sentence in it.
 *
 * @param at Where the words begin, behind a speaker's name.
 * @param extra Words of the team's own that mark a decision.
 */
export function findDecisionMarker(
  text: string,
  at: number,
  extra: readonly string[],
): DecisionMarker | null {
  const rules = rulesFor(extra);
  if (!rules.hint.test(text)) return null;
  const start = at + (DECORATION.exec(text.slice(at))?.[0].length ?? 0);
  const rest = text.slice(start);
  const sure = rules.sure.exec(rest);
  if (sure !== null && OPEN.test(sure[0])) return null;
  if (sure !== null) return markerOf(sure[0], start, start + sure[0].length, !isStatus(sure[0]));
  const bare = rules.bracket.exec(rest) ?? HASH.exec(rest) ?? SHOUT.exec(rest);
  if (bare !== null && rest[bare[0].length] === "?") return null;
  if (bare !== null) return markerOf(bare[0], start, start + bare[0].length, true);
  const likely = rules.likely.exec(rest);
  if (likely !== null) return markerOf(likely[0], start, start + likely[0].length, false);
  const inside = rules.inside.exec(rest);
  if (inside?.[1] === undefined) return null;
  const word = start + inside.index + inside[0].indexOf(inside[1]);
  return markerOf(inside[1], word, start + inside.index + inside[0].length, true);
}

/** `DECISION: no decision on #12`, `AGREED: nothing yet`. */
const NOTHING = new RegExp(
  "^[\\s*_]{0,4}(?:no decisions?\\b|undecided\\b|(?:not|none) (?:taken|made|reached|yet)\\b|" +
    "nothing(?: (?:yet|decided|agreed|so far|today|for now))*[\\s.!*_]*(?:#\\d+)?$)",
  "i",
);

/** Whether a decision's own words say that it is not settled: it is a draft of one, and none. */
export function isUnsettled(words: string): boolean {
  return OPENING.test(words) || NOTHING.test(words) || ENDING.test(words.slice(-80));
}

const NUMBERED = /^(?:[\w./-]{0,140}#\d{1,7}|and)?[.*_]{0,6}$/i;

/** `Resolved: #12` tells which issues are over, not what was decided. */
export function isListOfResolved(marker: string, words: string): boolean {
  return /resolved/i.test(marker) && words.split(/[\s,;&]+/).every((word) => NUMBERED.test(word));
}

function markerOf(words: string, start: number, end: number, explicit: boolean): DecisionMarker {
  const bracket = /\([^()]*\)/.exec(words)?.[0] ?? "";
  const refusal = /^#not|^#disagreed/i.test(words) ? "Not agreed" : refusalIn(words);
  return {
    start,
    end,
    explicit,
    refusal,
    condition: refusal === null && (hasCondition(bracket) || isUndone(bracket)) ? bracket : "",
  };
}
