import { CONDITIONS } from "../../language/conditions.ts";
import { endsNear, type Near } from "../../language/text/near.ts";
import { trimEnd, trimStart } from "../../language/text/trim.ts";

/**
 * How notes say that an action is done:
 *
 * | habit | example |
 * | --- | --- |
 * | behind a dash or at the end | `Ada to tag the release -- DONE`, `… — completed.` |
 * | in brackets | `(done)`, `[later note: this is now done]`, `(done: #12)` |
 * | in front | `DONE: Ada to tag`, `✅ Ada to tag` |
 * | in brackets, what has happened since | `[Update: Ada sent it]`, `(update after the meeting: was filed)` |
 * | a sentence of its own | `Ada to file a bug. Done: https://…`, `This is now done` |
 * | a status | `Status: completed` |
 * | in the same places, that nobody does it any more | `(cancelled)`, `-- superseded`, `DROPPED: …`,
 *   `DROPPED: TODO: …` |
 * | a bracket at the end that says nothing else | `[x]`, `{done}`, `(moot)`, `(rejected)`, `[duplicate of #12]` |
 *
 * Not where it depends on something: `(once #12 is merged)`, `(done as soon as Ada agrees)`, `(merged?)`.
 *
 * A check mark in the box and struck text are the block's, not the words'.
 */
const DROPPED =
  "cancell?ed|dropped|superseded|withdrawn|abandoned|obsolete|" +
  "no longer (?:needed|necessary|relevant)|won'?t (?:do|fix|happen)|wontfix|" +
  "not doing (?:this|it)(?: any ?more)?|not (?:needed|necessary) any ?more";
/** Of other things too: only where a bracket at the end says nothing else. */
const GONE =
  "moot|scrapped|rejected|declined|removed|skipped|void(?:ed)?|not (?:needed|necessary)|" +
  "dup(?:licate)?(?: of [^()[\\]]{1,30})?";
const GONE_AT_END = new RegExp(`[([] ?(?:now )?(?:${GONE}) ?[)\\]][\\s.]*$`, "i");
const TICKED_AT_END = /(?:\[[xX]\]|\{(?:done|completed|closed)\})[\s.]*$/i;
const OVER = `(?:done|completed?|finished|fixed|closed|merged|shipped|landed|resolved|${DROPPED})`;
/** What makes "done" something else: `not done`, `partially done`, `to be done`, `when done`. */
const NOT_OVER: Near = {
  words: new RegExp(
    "\\b(?:not|isn't|n't|never|un|partial(?:ly)?|partly|half|almost|nearly|mostly|mainly|to be|be|get|" +
      "getting|gets|when|once|if|unless|whether|until|till|after|before|needs?|should|must|can|could|" +
      "will|would|want|wants|almost)\\b",
    "gi",
  ),
  within: 20,
  but: /[.;:]/,
};
/** What it depends on may be named at length: `(once PRs 31, 32 and 33 are merged)`. */
const DEPENDS: Near = { words: CONDITIONS, within: 80, but: /[.;:!?]|--|\s[-–—]\s/ };
/** Behind "done": `(merged once Ada agrees)`, `(done by Friday)`, `(merged?)`. */
const DEPENDS_BEHIND = new RegExp(
  "^,? {0,2}(?:\\?|(?:once|if|unless|when|whenever|as soon as|provided|assuming|pending|subject to|" +
    "depending|only (?:if|when|once|after)|by (?:next|the end|end|then|tomorrow|" +
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day))\\b)",
  "i",
);
const HINT = new RegExp(
  `${OVER}|[([] ?(?:update|later|post)|[✅✔☑]|check_?mark|[([{] ?(?:now )?(?:x|${GONE})\\b`,
  "i",
);

/** A place that says "done", and the words right before and behind it that belong to it. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly lead: string;
  readonly behind: string;
  /** A sign sets it off from what comes before it. */
  readonly isApart: boolean;
}

const BRACKET = /[([]([^()[\]]*)[)\]]/g;
const OVER_IN_BRACKET = new RegExp(`\\b${OVER}\\b`, "gi");
const LONGEST_BEFORE = 50;
const LONGEST_BEHIND = 80;

/** In brackets, anywhere: `(done: #12)`. The words before "done" are the lead. */
function* inBrackets(text: string): Generator<Mark> {
  for (const { 0: bracket, 1: inner = "", index } of text.matchAll(BRACKET)) {
    for (const over of inner.matchAll(OVER_IN_BRACKET)) {
      if (over.index > LONGEST_BEFORE || inner.length - over.index - over[0].length > LONGEST_BEHIND)
        continue;
      yield {
        start: index,
        end: index + bracket.length,
        lead: inner.slice(0, over.index),
        behind: inner.slice(over.index + over[0].length),
        isApart: true,
      };
      break;
    }
  }
}

/** A bracket at the end that says nothing else. */
function* inLastBracket(text: string): Generator<Mark> {
  const found = GONE_AT_END.exec(text) ?? TICKED_AT_END.exec(text);
  if (found !== null) yield { start: found.index, end: text.length, lead: " ", behind: "", isApart: true };
}

/** `[Update: Ada sent it]`; not `[Update: Ada asked them, no answer yet]`. */
const UPDATE = new RegExp(
  "[([] ?(?:updated?|later|post[- ]meeting)(?: (?:note|\\d[\\d./-]{3,9}|after (?:the )?meeting)){0,2} ?[:–—-] ?" +
    "([^()[\\]]{4,300})[)\\]]",
  "gi",
);
const HAPPENED = new RegExp(
  "^(?:(?:\\p{Lu}[\\p{L}.'-]{0,30}|we|i|this|that|it|they)(?:(?:, | and | & )\\p{Lu}[\\p{L}.'-]{0,30}){0,3} )?" +
    "(?:(?:has|have|was|were|been|already|now|since) ){0,3}" +
    "(?!asked|tried|started|begun|discussed|mentioned|planned|agreed|proposed|suggested|postponed|moved|" +
    "promised|delayed|needed|wanted|assigned|volunteered|offered|blocked|deferred|scheduled)" +
    "(?:\\p{Ll}{2,20}ed|sent|did|done|made|written|wrote|met|got|spoke|found|put|set up)(?!\\p{L})",
  "u",
);
const NOT_YET = /\b(?:not|no|still|will|waiting|pending|to ?do|needs?|must|should|once|unless|if)\b|n't\b/i;

/** In brackets, that what was to be done has happened since the meeting. */
function* inUpdates(text: string): Generator<Mark> {
  for (const { 0: bracket, 1: inner = "", index } of text.matchAll(UPDATE)) {
    if (!HAPPENED.test(inner) || NOT_YET.test(inner)) continue;
    yield { start: index, end: index + bracket.length, lead: " ", behind: "", isApart: true };
  }
}

const REMARK = /\([^()]*\)$/;
const LONGEST_REMARK = 62;
const OVER_AT_END = new RegExp(`${OVER}$`, "i");
const LEAD_WORD = new RegExp(
  '(?<=^|\\s|[-–—:;,.!?)\\]">→])(?:now|already|all|this|that|it|is|was|has|have|been|and|since|got|' +
    "both|pr|we|are|were|this's|it's|that's) $",
  "i",
);
const MOST_LEAD_WORDS = 4;
const SET_OFF = /(?:^|--|\s[-–—]|[:;,.!?)\]"]|=>|->|→)$/;

/** A text without a remark in brackets, a full stop and bold marks at its end. */
function withoutEnd(text: string): string {
  const remark = REMARK.exec(text)?.[0].length ?? 0;
  const words = text.slice(0, remark > LONGEST_REMARK ? undefined : text.length - remark).trimEnd();
  return trimEnd(trimEnd(words, /[!.]/).trimEnd(), /[*_]/);
}

/** At the end, set off by a dash, a bracket or a full stop: `Ada to tag it -- this is now done (#12)`. */
function* atEnd(text: string): Generator<Mark> {
  const words = withoutEnd(text);
  const over = OVER_AT_END.exec(words);
  if (over === null) return;
  let before = trimEnd(words.slice(0, over.index), /[*_]/);
  const behind = before.length;
  for (let count = 0; count <= MOST_LEAD_WORDS; count += 1) {
    const sign = SET_OFF.exec(before.trimEnd());
    if (sign !== null) {
      const lead = words.slice(before.length, behind);
      yield { start: sign.index, end: text.length, lead, behind: "", isApart: true };
      return;
    }
    const shorter = before.replace(LEAD_WORD, "");
    if (shorter === before) return;
    before = shorter;
  }
}

const RULES = [
  // In front of a link or a note of its own.
  new RegExp(
    "(?:^|[.!?;)\\]]\\s+|\\s--?\\s+|\\s[–—]\\s+)()(?:Done|DONE|Completed|COMPLETED|Fixed|Cancell?ed|" +
      "CANCELL?ED|Dropped|DROPPED|Superseded|SUPERSEDED|Withdrawn|WITHDRAWN|Abandoned|ABANDONED|Obsolete|" +
      "OBSOLETE|WONTFIX)(?: (?:after|during|since|before) (?:the |this )?(?:meeting|call))?" +
      "(?=\\s*[:!.),\\]]|\\s+[-–—]|\\s*$)",
    "g",
  ),
  /()(?:\bDONE\b|[✅✔☑]|:(?:white|heavy)_check_mark:)/g,
  new RegExp(
    "\\b(?:this|that|it)(?:'s| is| was| has been| have been)? ()(?:now |already |all |since )?" +
      "(?:done|completed|finished)\\b",
    "gi",
  ),
  // Why it was dropped may follow: `… -- superseded by #12`.
  new RegExp(
    `(?:\\s--?\\s|\\s[–—]\\s|[.;!?]\\s|=>|->|→)\\s?()(?:now )?(?:${DROPPED})(?= (?:by|in|for|as|since|because)\\b)`,
    "giu",
  ),
  new RegExp(`\\bstatus:? ()(?:is )?(?:done|completed?|closed|finished|${DROPPED})(?!\\p{L})`, "giu"),
];

/**
 * What behind "done" takes it back: `done, except for the docs` stays done, `partially done, still needs …` does not.
 */
const STILL = /\b(?:still needs?|still to|still has|not yet|remaining|remains to)\b/i;

/** Whether the words of an action say that it is done. */
export function saysDone(text: string): boolean {
  return findDone(text).length > 0;
}

function* byRules(text: string): Generator<Mark> {
  for (const rule of RULES) {
    for (const { 0: mark, 1: lead = "", index } of text.matchAll(rule)) {
      const end = index + mark.length;
      yield { start: index, end, lead, behind: text.slice(end, end + 20), isApart: false };
    }
  }
}

/** What comes before a mark, with the full stop that it may begin with: no sentence but its own takes it back. */
function beforeMark(text: string, start: number, length: number): string {
  const end = /[.!?;]/.test(text[start] ?? "") ? start + 1 : start;
  return text.slice(Math.max(0, end - length), end);
}

/** Whether "done" is what something else waits for, or waits itself. */
function depends(text: string, { start, lead, behind, isApart }: Mark): boolean {
  const before = lead === "" && !isApart ? beforeMark(text, start, 100) : lead;
  return endsNear(before, DEPENDS) || DEPENDS_BEHIND.test(behind);
}

/** Where the words of an action say that it is done: offsets of each such mark. */
export function findDone(text: string): { start: number; end: number }[] {
  if (!HINT.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  const marks = [inBrackets, inUpdates, inLastBracket, atEnd, byRules].flatMap((find) => [...find(text)]);
  for (const mark of marks) {
    const { start, end } = mark;
    const before = beforeMark(text, start, 30);
    const isDenied = endsNear(mark.lead === "" ? before : mark.lead, NOT_OVER);
    if (!isDenied && !depends(text, mark) && !STILL.test(text.slice(start))) found.push({ start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

const SAYS_DROPPED = new RegExp(
  `(?<!\\p{L})(?:${DROPPED})(?!\\p{L})|^[([] ?(?:now )?(?:${GONE.replaceAll("\\\\]", "\\]")}) ?[)\\]]`,
  "iu",
);

/** Whether the words of an action say that it is over although nobody did it: `(cancelled)`, `-- superseded by #12`. */
export function saysDropped(text: string): boolean {
  return findDone(text).some(({ start, end }) => SAYS_DROPPED.test(text.slice(start, end)));
}

const BARE = new RegExp(`^(?:done|completed?|finished|${DROPPED})$`, "i");

/** A mark that says "done" and no more; one with a link or a note behind it tells something. */
function isBare(mark: string): boolean {
  const words = trimEnd(trimStart(mark, /[\s\-–—:;,.!?"=>→*_]/), /\W/);
  return /^[([{]/.test(mark) || BARE.test(words);
}

/** Puts spaces in place of the marks that only say "done", so that offsets stay. */
export function blankDone(text: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of findDone(text)) {
    if (start < from || !isBare(text.slice(start, end))) continue;
    const behind = end + (/^ ?:(?=\s)/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    result += text.slice(from, start) + " ".repeat(behind - start);
    from = behind;
  }
  return result + text.slice(from);
}
