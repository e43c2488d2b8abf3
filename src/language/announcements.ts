import { endOf, endOfAll, trimEnd } from "./text/trim.ts";

/**
 * Headings, lead-ins and labels that announce a list:
 *
 * | habit | example | announces |
 * | --- | --- | --- |
 * | a list of what is to be done | `## Action items`, `TODO:`, `Next steps for the release` | actions |
 * | the same, told before | `Follow-ups from past meetings`, `Review of last week's actions` | actions, carried over |
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

/** Each of these is matched where the one before it ended. */
const MODIFIER =
  /(?:the|all|any|our|new|this|these|today's|key|main|open|outstanding|pending|remaining|current|ongoing|unresolved|other|more|previous|past|prior|last|earlier|old|completed?|closed|finished|done|resolved|cancell?ed|dropped|superseded|withdrawn|abandoned|obsolete|potential|possible|proposed|suggested|candidate|specific|immediate|review|reviewing|recap|summary|status|check|list|update|updates|of|on|from|meeting'?s?|week'?s?|month'?s?|time'?s?|session'?s?|team|group|wg|tsc|personal|short[ -]term|long[ -]term|agreed|assigned|high[ -]priority) /y;
const ACTION_WORD =
  /action[ _-]?(?:items?|points?|list|log|register|tracker)|actionables?|actions?|ais?|aps?|to[ _-]?do'?s?|next steps?|follow[ -]?ups?|tasks?|work items|assignments|homework|things to do|what'?s next/y;
const ACTION_TAIL =
  /(?: ?[-/:&,] ?| and | & )?(?:items?|points?|lists?|required|requested|needed|arising|taken|assigned|agreed|summary|review|recap|updates?|status|log|register|tracker|table|owners?|assignments?|to[ -]?do'?s?|next steps?|follow[ -]?ups?|tasks?|assignees?)/y;
const DECISION_WORD =
  /decision[ _-](?:items?|points?|log|register|table)|decisions?|resolutions?|agreements?|conclusions?|(?:key )?takeaways? and decisions?/y;
const DECISION_TAIL = / (?:made|taken|reached|summary|log|table|items?|and votes|agreed)/y;
const DECISION_OR_OUTCOME = new RegExp(`${DECISION_WORD.source}|outcomes?`, "y");
const TOOK = / (?:made|taken)/y;
const JOINED = /,? ?(?:and|[&/+,]) ?/y;
const ANY_WORD = /\w+ /y;
const REST =
  /^(?:$|(?: ?[-–—,/(]| (?:for|from|of|by|to|on|until|till|before|after|this|that|we|arising|made|taken|reached|during|in|at|and|since|with|are|were)\b))/;
const LONGEST_REST = 60;

/** Whether what is left of a label may follow the words that announce something: nothing, or what they are about. */
function isRest(rest: string): boolean {
  const opening = REST.exec(rest);
  if (opening === null) return false;
  const more = rest.slice(opening[0].length);
  return more.length <= LONGEST_REST && !/[.!?]/.test(more);
}

/** Whether "actions" and what belongs to the word stands at an offset, and nothing strange behind it. */
function isActions(label: string, from: number): boolean {
  const word = endOf(label, ACTION_WORD, from);
  if (word === from) return false;
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

/** Where the second of two things may begin that "and" joins; two words may stand before it. */
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
const SETTLED =
  /^(?:so |then |thus )?(?:(?:the )?(?:(?:rough |general |light |loose |clear |overall |group )?consensus|sense|conclusions?|agreements?)(?: (?:of|in|at|from|reached|on|is|was|by)\b[^.!?]{0,50})?|(?:we|group|everyone|all|team|it was|they|members|tsc|wg)?(?: all| have| has)? ?(?:agreed|decided|concluded|resolved)(?: (?:that|to|on|upon|in|by)\b[^.!?]{0,40})?|(?:final )?(?:decision|resolution)s?(?: is| was)?)$/;

const PAST =
  /\b(?:previous|past|prior|last|earlier|old|carried|carry|outstanding|reviewing|review of|review|recap)\b|^(?:open|pending|remaining) |\bfrom (?:the )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)/;
const POSSIBLE = /\b(?:potential|possible|proposed|suggested|candidate)\b/;
const OVER =
  /\b(?:completed?|closed|finished|done|resolved|cancell?ed|dropped|superseded|withdrawn|abandoned|obsolete)\b/;
const NUMBERING =
  /^(?:[\s#>*_-]|\p{Extended_Pictographic}|\uFE0F|\u200D|\(?\d+(?:\.\d+)*[.):]?(?=\s)|[ivx]+[.)](?=\s))+/u;
const TAIL = /[\s:.*_–—-]/;
/** Time boxes and the like: `(5 min)`, `[10m]`. */
const BOX = /[([][^()[\]]{0,30}[)\]]$/;
const MAX_LENGTH = 90;
/** Nothing but these words can be announced; most blocks are told apart by this alone. */
const HINT =
  /action|\bais?\b|\baps?\b|to[ _-]?do|next|follow|task|work items|assignment|homework|decision|decided|resol|agree|conclu|consensus|sense/;

const NOTHING: Announcement = {
  actions: false,
  decisions: false,
  carriedOver: false,
  possible: false,
  done: false,
  isWeak: false,
};

const WEAK = /\bfollow|\btasks?\b|\bhomework\b/;
/** Without a colon, a sentence of more words is about actions and announces none. */
const MAX_BARE = 32;

/**
 * What a heading, lead-in or label announces; null: no list of actions or decisions.
 *
 * @param isHeading Whether it is one, or stands out like one; another text needs a colon or must be short.
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
