import { en } from "../../language/en.ts";
import { allPatterns } from "../../language/languages.ts";
import { otherLanguages } from "../../language/others/others.ts";
import { endOf, endsOfAll, endRun, trimEnd } from "../../language/text/trim.ts";

/**
 * Titles and labels above those present, read word by word: what may come before, the words themselves, what may
 * follow them.
 */
const PRESENT = new RegExp(`(?:${en.attendance.present})(?!\\w)`, "iy");
/** In other languages. */
const ELSEWHERE = new RegExp(
  `(?:${otherLanguages.flatMap(({ attendance }) => attendance?.present ?? []).join("|")})(?!\\w)`,
  "iy",
);
/** Groups among those present. */
const GROUPS = new RegExp(`(?:${en.attendance.groups})(?!\\w)`, "iy");
const ABSENT = new RegExp(`(?:${allPatterns(({ attendance }) => attendance?.absent)})(?!\\w)`, "iy");
/** These have up to three words of the team's own in front: `Working group members present`. */
const PRESENT_OF = /(?:attendees|participants|attendance|present|in attendance)(?!\w)/iy;
const PRESENT_OF_LABEL = /(?:attendees|participants|present|in attendance)(?!\w)/iy;
const ABSENT_OF = /(?:regrets|absent|apologies|not present)(?!\w)/iy;

const NUMBER = /\d+[.)] /y;
const LEAD = /(?:meeting |call |tsc |team |list of |the )/iy;
const LABEL_LEAD = /(?:meeting |call |full )/iy;
const OWN_WORD = /[\p{L}&]+ /uy;
const MOST_OWN_WORDS = 3;
const PLURAL = /\(s\)/y;
const AND_MORE = / ?(?:[,&/]|and) ?\p{L}+/iuy;
const WHEN = / (?:on|at|in|for|this|today)\b/iy;
const LONGEST_WHEN = 40;
const BRACKET = / ?(?:\([^()]*\)|\[[^[\]]*\])/y;
const BRACKET_BEHIND = /[^\w([]{0,3}(?:\([^()]*\)|\[[^[\]]*\])/y;
const LONGEST_BRACKET = 65;
const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Where the words of a title or label may begin: behind bullets, quotation marks and signs. */
function startsOf(text: string): number[] {
  const word = text.search(/\w/);
  const start = word === -1 ? text.length : word;
  const asian = text.search(EAST_ASIAN);
  // Signs of Chinese and Japanese may come before the words without a blank: `会议出席者`.
  return asian === -1 || asian > start
    ? [start]
    : [start, ...Array.from({ length: Math.min(start - asian, 20) }, (_, at) => asian + at)];
}

/** The start, and behind each word of the team's own. */
const behindOwnWords = (text: string, at: number, most: number): readonly number[] =>
  endsOfAll(text, OWN_WORD, at, most);

/** Where the word at an offset ends, if it is one of these. */
function endsOf(text: string, at: number, words: readonly RegExp[]): number[] {
  return words.map((pattern) => endOf(text, pattern, at)).filter((end) => end > at);
}

const saysNoMore = (text: string, at: number): boolean => !/\w/.test(text.slice(at));

/** Whether a title ends at an offset: `(s)`, `on Tuesday`, a remark in brackets and signs aside. */
function isEnd(text: string, words: number): boolean {
  const at = endOf(text, PLURAL, words);
  if (saysNoMore(text, at)) return true;
  const when = endOf(text, WHEN, at);
  if (when > at && trimEnd(text.slice(when), /\W/).length <= LONGEST_WHEN) return true;
  const bracket = endOf(text, BRACKET_BEHIND, at);
  return bracket > at && bracket - at <= LONGEST_BRACKET && saysNoMore(text, bracket);
}

/** Where a title's own words may begin: behind its number and "the". */
function titleStarts(text: string): number[] {
  return startsOf(text).flatMap((start) => {
    const number = endOf(text, NUMBER, start);
    const lead = endOf(text, LEAD, number);
    return lead === number ? [number] : [number, lead];
  });
}

const isTitle = (
  text: string,
  of: RegExp,
  words: readonly RegExp[],
  areEnds: (end: number) => boolean,
): boolean =>
  titleStarts(text).some((start) =>
    [
      ...behindOwnWords(text, start, MOST_OWN_WORDS).flatMap((at) => endsOf(text, at, [of])),
      ...endsOf(text, start, words),
    ].some(areEnds),
  );

/** `Attendees`, `Who was there`, `Members present and guests`. */
export function isPresentTitle(text: string): boolean {
  return isTitle(
    text,
    PRESENT_OF,
    [PRESENT, ELSEWHERE],
    (end) => isEnd(text, end) || isEnd(text, endOf(text, AND_MORE, end)),
  );
}

/** `Regrets`, `Not present`. */
export function isAbsentTitle(text: string): boolean {
  return isTitle(text, ABSENT_OF, [ABSENT], (end) => isEnd(text, end));
}

/** `Guests`, `Core team`, among those present. */
export function isGroupTitle(text: string): boolean {
  return titleStarts(text).some((start) =>
    behindOwnWords(text, start, 1)
      .flatMap((at) => endsOf(text, at, [PRESENT, GROUPS]))
      .some((end) => isEnd(text, end)),
  );
}

const AT_END = /(?:attendees|attendance|participants|present|roll call|attending)$/i;

/** A line that ends in it: `Tuesday 2 March Attendees`, `Sign in below. Roll call:`. */
export function endsInPresent(text: string): boolean {
  const trimmed = trimEnd(text, /\W/);
  const at = AT_END.exec(trimmed)?.index ?? 0;
  const signs = endRun(trimmed.slice(0, at), /\W/);
  if (signs === "") return false;
  return /[.!?]/.test(signs.slice(0, -1)) || /\d(?:st|nd|rd|th)?$/i.test(trimmed.slice(0, at - signs.length));
}

/** Who writes, leads or speaks for the meeting was there: `Note-taker: Ada`, `Action item scribe: Ada`. */
export const ROLE_LABEL = new RegExp(
  "^\\W{0,12}(?:[\\p{L}-]{1,30} ){0,3}(?:scribes?|note-? ?takers?|notetakers?|minutes (?:taker|by)|" +
    "minute taker|chairs?|co-?chairs?|facilitators?|moderators?|notes by)(?:\\(s\\))?\\W{0,3}:[\\s*_]*" +
    "(?=\\S)",
  "iu",
);

/** Where the names behind a label's words begin: behind the colon and marks. null: no colon or no names. */
function namesBehind(text: string, words: number, colon: RegExp, bracket: RegExp): number | null {
  const plural = endOf(text, PLURAL, words);
  const remark = endOf(text, bracket, plural);
  const at = [remark, plural].find((end) => end - plural < LONGEST_BRACKET && endOf(text, colon, end) > end);
  if (at === undefined) return null;
  const end = endOf(text, colon, at);
  const names = text.slice(end).search(/[^\s*_]/);
  if (names !== -1) return end + names;
  const marks = text.slice(end).trimEnd();
  return marks === "" ? null : end + marks.length - 1;
}

const COLON = /\W{0,3}:/y;
const ANY_COLON = /\W{0,3}[:：]/y;
const ROUND_BRACKET = / ?\([^()]*\)/y;

/** Where the names begin behind `Present: `. null: it is no such label. */
export function presentLabel(text: string): number | null {
  for (const start of startsOf(text)) {
    const lead = endOf(text, LABEL_LEAD, start);
    const ends = [
      ...endsOf(text, start, [PRESENT]),
      ...endsOf(text, lead, [PRESENT]),
      ...behindOwnWords(text, start, MOST_OWN_WORDS)
        .slice(1)
        .flatMap((at) => endsOf(text, at, [PRESENT_OF_LABEL])),
      ...endsOf(text, start, [ELSEWHERE]),
    ];
    for (const end of ends) {
      const names = namesBehind(text, end, ANY_COLON, BRACKET);
      if (names !== null) return names;
    }
  }
  return null;
}

/** Where the names begin behind `Guests: `. null: it is no such label. */
export function groupLabel(text: string): number | null {
  for (const start of startsOf(text)) {
    for (const end of behindOwnWords(text, start, 1).flatMap((at) => endsOf(text, at, [GROUPS]))) {
      const names = namesBehind(text, end, COLON, ROUND_BRACKET);
      if (names !== null) return names;
    }
  }
  return null;
}

const ABSENT_END = /\W{0,4}[: -]/y;

/** `Regrets: Ada`, `Absent - Ada`. */
export function isAbsentLabel(text: string): boolean {
  return startsOf(text).some((start) =>
    endsOf(text, start, [ABSENT]).some((end) => endOf(text, ABSENT_END, end) > end),
  );
}
