import { allPatterns } from "./languages.ts";
import { endOf, endOfAll, endsOfAll, trimEnd } from "./text/trim.ts";

/**
 * Texts that hold the place of a finding without being one:
 *
 * | habit | example |
 * | --- | --- |
 * | nothing to tell | `None`, `n/a`, `No actions this week`, `nothing` |
 * | nothing to do | `no action needed` |
 * | a template's row | `add item here`, `<your name>`, `Action item 1`, `TBD`, `…` |
 * | a status alone | `Still TODO`, `Issue closed` |
 */
interface Rule {
  readonly words: RegExp;
  /** What may follow them. */
  readonly end: RegExp;
}

const NOTHING = allPatterns(({ placeholders }) => placeholders?.nothing);
const NOTHING_YET = allPatterns(({ placeholders }) => placeholders?.nothingYet);
const FIELD = allPatterns(({ placeholders }) => placeholders?.fields);
const OVER = allPatterns(({ placeholders }) => placeholders?.over);
const OPEN = allPatterns(({ placeholders }) => placeholders?.open);

const RULES: readonly Rule[] = [
  { words: new RegExp(`^(?:${NOTHING})(?: (?:${NOTHING_YET}))?$`, "i"), end: /[\s.!)]/ },
  { words: new RegExp(`^(?:${FIELD})(?: item)?(?: ?#?[\\dxn]+| here| name)?$`, "i"), end: /[\s.:]/ },
];

/** `This issue is already`, in front of a state. */
const STATE_OF =
  "(?:(?:this|the|that)? ?(?:issue|pr|it|this|all)? ?(?:is|was|are|has been)? ?(?:now |already )?)";

/** A state that is nothing to do. */
const STATES: readonly Rule[] = [
  { words: new RegExp(`^${STATE_OF}(?:${OVER})$`, "i"), end: /[\s.!]/ },
  { words: new RegExp(`^(?:still|also|remains?|remaining)? ?(?:${OPEN})$`, "i"), end: /[\s.!]/ },
];

const POINTER = new RegExp(`\\b(?:${allPatterns(({ placeholders }) => placeholders?.pointers)})$`, "i");
const LONGEST_BEFORE_POINTER = 60;

const NO = /^(?:there (?:are|were|is|was) )?(?:no|none|nothing|zero)\b/i;
const NEW = / (?:new|further|other|more|open|outstanding|specific|additional|explicit|tsc|team)/iy;
const THINGS = new RegExp(
  " ?(?:to-?dos?|actions?|action items?|decisions?|follow-?ups?|next steps|tasks?|items?|updates?|" +
    "progress|changes?)\\b(?! (?:on|for|to|from|about)\\b)",
  "iy",
);
const LONGEST_REMARK = 40;

/** `No actions this week`, `There were no further decisions`. */
function saysNoThings(text: string): boolean {
  const no = NO.exec(text)?.[0].length ?? 0;
  if (no === 0) return false;
  const news = endOfAll(text, NEW, no);
  const things = endOf(text, THINGS, news);
  return things > news && text.length - things <= LONGEST_REMARK && !text.includes("\n", things);
}

/** `<your name>`, `[TBD]`: at most three words of twenty characters. */
function isPlaceholder(text: string): boolean {
  const inner = /^[<[{]([\w/@'. -]+)[>\]}]$/.exec(trimEnd(text, /[\s.:]/))?.[1];
  if (inner === undefined || /^ | {2}/.test(inner)) return false;
  return inner.split(" ").reduce((count, word) => count + Math.ceil(word.length / 20), 0) <= 3;
}

function pointsElsewhere(text: string): boolean {
  const at = POINTER.exec(trimEnd(text, /[\s.)]/))?.index ?? Number.POSITIVE_INFINITY;
  return at <= LONGEST_BEFORE_POINTER && !text.slice(0, at).includes("\n");
}

const ADD = /^(?:please )?(?:add|insert|enter|put|write|list|your) /i;
const YOUR = /(?:an? |your |new |the |any |action |decision |agenda )/iy;
const HERE =
  /(?:items?|names?|actions?|topics?|todos?|text|decisions?|updates?|here)(?: here| below| above| goes here)?$/iy;

/** `Add item here`, `Your name`: what a template tells to write. */
function isInvitation(text: string): boolean {
  const words = trimEnd(text, /[\s.!…]/);
  const add = ADD.exec(words)?.[0].length ?? 0;
  return add > 0 && endsOfAll(words, YOUR, add).some((at) => endOf(words, HERE, at) > at);
}

const follows = ({ words, end }: Rule, text: string): boolean => words.test(trimEnd(text, end));

/** Whether a text is the state of something and no more: "Still TODO", "Issue closed", "see above". */
export function isState(text: string): boolean {
  return (
    text.length < 120 && (STATES.some((rule) => follows(rule, text.trim())) || pointsElsewhere(text.trim()))
  );
}

/** Whether a text says nothing: a template's placeholder, "none". */
export function saysNothing(text: string): boolean {
  const trimmed = text.trim();
  if (!/[\p{L}\p{N}\uE000]/u.test(trimmed)) return true;
  return (
    trimmed.length < 120 &&
    (RULES.some((rule) => follows(rule, trimmed)) ||
      isInvitation(trimmed) ||
      saysNoThings(trimmed) ||
      isPlaceholder(trimmed))
  );
}
