import { FULL_MONTH } from "./calendar.ts";
import { allPatterns } from "./languages.ts";
import { endOf, endOfAll, trimEnd } from "./text/trim.ts";

/**
 * Headings, lead-ins and labels that announce a list:
 *
 * | habit | example | announces |
 * | --- | --- | --- |
 * | a list of what is to be done | `## Action items`, `TODO:`, `Next steps for the release` | actions |
 * | the same, from an earlier meeting | `Follow-ups from past meetings`, `Review of last week's actions` | actions, carried over |
 * | the same, not yet settled | `Possible actions:` | actions, only possible |
 * | the same, over | `Completed actions` | actions, done |
 * | a list of what was settled | `### Decisions made`, `Resolutions`, `We agreed:`, `Consensus:` | decisions |
 * | both | `Decisions & actions` | both |
 */
export interface Announcement {
  readonly actions: boolean;
  readonly decisions: boolean;
  readonly carriedOver: boolean;
  readonly possible: boolean;
  readonly done: boolean;
  /** Things are also only talked about under such a label (`Follow-up`): its items are actions where they read so. */
  readonly isWeak: boolean;
}

const ACTIONS = allPatterns(({ headings }) => headings?.actions);
const BEHIND_ACTIONS = allPatterns(({ headings }) => headings?.behindActions);
const DECISIONS = allPatterns(({ headings }) => headings?.decisions);

/** Each of these is matched where the one before it ended. */
const MODIFIER = new RegExp(`(?:${allPatterns(({ headings }) => headings?.modifiers)}) `, "y");
const ACTION_WORD = new RegExp(ACTIONS, "y");
const ACTION_TAIL = new RegExp(`(?: ?[-/:&,] ?| and | & )?(?:${BEHIND_ACTIONS})`, "y");
const DECISION_WORD = new RegExp(DECISIONS, "y");
const DECISION_TAIL = new RegExp(` (?:${allPatterns(({ headings }) => headings?.behindDecisions)})`, "y");
const DECISION_OR_OUTCOME = new RegExp(`${DECISIONS}|outcomes?`, "y");
const TOOK = / (?:made|taken)/y;
const JOINED = /,? ?(?:and|[&/+,]) ?/y;
const ANY_WORD = /\w+ /y;
const REST = new RegExp(`^(?:$|(?: ?[-–—,/(]| (?:${allPatterns(({ headings }) => headings?.leadsOn)})\\b))`);
const LONGEST_REST = 60;

/** Whether what is left of a label may follow the words that announce something: nothing, or what they are about. */
function isRest(rest: string): boolean {
  const opening = REST.exec(rest);
  if (opening === null) return false;
  const more = rest.slice(opening[0].length);
  // Behind a colon of its own, `action on all: read the plan` says what to do.
  return more.length <= LONGEST_REST && !/[.!?]|: \S+ \S+ \S/.test(more);
}

/** Words that are more often something else: `AI in teaching`, `AI/ML`, `AP exams`. */
const SHORT = /^a[ip]$/;
/** What follows them where they announce actions. */
const SHORT_REST = /^(?:$| ?[-–—,(]? ?(?:from|of|since) )/;

/** Whether "actions" and what belongs to the word begin at an offset, with nothing unexpected after it. */
function isActions(label: string, from: number): boolean {
  const word = endOf(label, ACTION_WORD, from);
  if (word === from) return false;
  if (SHORT.test(label.slice(from, word)) && !SHORT_REST.test(label.slice(word))) return false;
  for (let at = word; ; ) {
    if (isRest(label.slice(at))) return true;
    const next = endOf(label, ACTION_TAIL, at);
    if (next === at) return false;
    at = next;
  }
}

/** The same for "decisions". */
function isDecisions(label: string, from: number, tail: RegExp | null): boolean {
  const word = endOf(label, DECISION_WORD, from);
  if (word === from) return false;
  return isRest(label.slice(word)) || (tail !== null && isRest(label.slice(endOf(label, tail, word))));
}

/** Where the second of two things may begin that "and" joins; two words may come before it. */
function joinedTo(label: string, first: number): number[] {
  const behind = endOf(label, JOINED, first);
  if (behind === first) return [];
  const second = endOf(label, ANY_WORD, behind);
  return [behind, second, endOf(label, ANY_WORD, second)];
}

/** `Decisions and actions`, `Actions & the key decisions`. */
function isBoth(label: string, from: number): boolean {
  const decisions = endOf(label, DECISION_OR_OUTCOME, from);
  if (decisions > from)
    return joinedTo(label, endOf(label, TOOK, decisions)).some((at) => isActions(label, at));
  const actions = endOf(label, ACTION_WORD, from);
  return actions > from && joinedTo(label, actions).some((at) => isDecisions(label, at, null));
}

/** Labels that announce decisions only as the lead-in of a list, not as a heading. */
const SETTLED = new RegExp(`^(?:so |then |thus )?(?:${allPatterns(({ headings }) => headings?.settled)})$`);

const PAST = new RegExp(
  [
    `\\b(?:${allPatterns(({ headings }) => headings?.past)})\\b`,
    "^(?:open|pending|remaining) ",
    `\\bfrom (?:the )?(?:\\d|${FULL_MONTH})`,
  ].join("|"),
);
const POSSIBLE = new RegExp(`\\b(?:${allPatterns(({ headings }) => headings?.possible)})\\b`);
const OVER = new RegExp(`\\b(?:${allPatterns(({ headings }) => headings?.over)})\\b`);
const NUMBERING =
  /^(?:[\s#>*_-]|\p{Extended_Pictographic}|\uFE0F|\u200D|\(?\d+(?:\.\d+)*[.):]?(?=\s)|[ivx]+[.)](?=\s))+/u;
const TAIL = /[\s:.*_–—-]/;
/** Time boxes and the like: `(5 min)`, `[10m]`. */
const BOX = /[([][^()[\]]{0,30}[)\]]$/;
const MAX_LENGTH = 90;
/** Nothing but these words can be announced; this alone rules out most blocks. */
const HINT = new RegExp(allPatterns(({ headings }) => headings?.hints));

const NOTHING: Announcement = {
  actions: false,
  decisions: false,
  carriedOver: false,
  possible: false,
  done: false,
  isWeak: false,
};

const WEAK = new RegExp(allPatterns(({ headings }) => headings?.weak));
/** Without a colon, a sentence of more words is about actions and announces none. */
const MAX_BARE = 32;

/** Whether a title has a word by which lists of actions or decisions are announced, in whatever form. */
export function mayAnnounce(title: string): boolean {
  return HINT.test(title.toLowerCase());
}

/**
 * What a heading, lead-in or label announces; null: no list of actions or decisions.
 *
 * @param isHeading Whether it is one, or looks like one; another text needs a colon or must be short.
 */
export function readAnnouncement(text: string, isHeading: boolean): Announcement | null {
  if (text.length > MAX_LENGTH + 40) return null;
  const lower = text.toLowerCase();
  if (!HINT.test(lower)) return null;
  const label = trimEnd(trimEnd(lower.replace(NUMBERING, ""), TAIL).replace(BOX, ""), TAIL);
  if (label.length > MAX_LENGTH || label === "") return null;
  const hasColon = trimEnd(text, /[\s*_]/).endsWith(":");
  if (!isHeading && label.length > MAX_BARE && !hasColon) return null;
  const nature = {
    carriedOver: PAST.test(label),
    possible: POSSIBLE.test(label),
    done: OVER.test(label),
    isWeak: WEAK.test(label),
  };
  const from = endOfAll(label, MODIFIER);
  if (isBoth(label, from)) return { ...nature, actions: true, decisions: true };
  if (isActions(label, from)) return { ...nature, actions: true, decisions: false };
  if (isDecisions(label, from, DECISION_TAIL))
    return { ...nature, actions: false, decisions: true, done: false };
  if (hasColon && SETTLED.test(label)) return { ...NOTHING, decisions: true };
  return null;
}
