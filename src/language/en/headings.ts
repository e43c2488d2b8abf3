import type { HeadingWords } from "../language.ts";

const OVER =
  "completed?|closed|finished|done|resolved|cancell?ed|dropped|superseded|withdrawn|abandoned|obsolete";
const POSSIBLE = "potential|possible|proposed|suggested|candidate";

/** What a group comes to: `rough consensus`. */
const CONSENSUS =
  "(?:the )?(?:(?:rough |general |light |loose |clear |overall |group )?consensus|sense|conclusions?|agreements?)" +
  "(?: (?:of|in|at|from|reached|on|is|was|by)\\b[^.!?]{0,50})?";
/** What a group does: `we all agreed that`. */
const AGREED =
  "(?:we|group|everyone|all|team|it was|they|members|tsc|wg)?(?: all| have| has)? ?" +
  "(?:agreed|decided|concluded|resolved)(?: (?:that|to|on|upon|in|by)\\b[^.!?]{0,40})?";

export const headings: HeadingWords = {
  modifiers:
    "the|all|any|our|new|this|these|today's|key|main|open|outstanding|pending|remaining|current|" +
    "ongoing|unresolved|other|" +
    `more|previous|past|prior|last|earlier|old|${OVER}|${POSSIBLE}|specific|immediate|review|reviewing|recap|summary|` +
    "status|check|list|update|updates|of|on|from|meeting'?s?|week'?s?|month'?s?|time'?s?|session'?s?|" +
    "team|group|wg|tsc|" +
    "personal|short[ -]term|long[ -]term|agreed|assigned|high[ -]priority",
  actions:
    "action[ _-]?(?:items?|points?|list|log|register|tracker)|actionables?|actions?|ais?|aps?|to[ _-]?do'?s?|" +
    "next steps?|follow[ -]?ups?|tasks?|work items|assignments|homework|things to do|what'?s next",
  behindActions:
    "items?|points?|lists?|required|requested|needed|arising|taken|assigned|agreed|summary|review|" +
    "recap|updates?|status|log|register|tracker|table|owners?|assignments?|to[ -]?do'?s?|next steps?|" +
    "follow[ -]?ups?|tasks?|assignees?",
  decisions:
    "decision[ _-](?:items?|points?|log|register|table)|decisions?|resolutions?|agreements?|conclusions?|" +
    "(?:key )?takeaways? and decisions?",
  behindDecisions: "made|taken|reached|summary|log|table|items?|and votes|agreed",
  leadsOn:
    "for|from|of|by|to|on|until|till|before|after|this|that|we|arising|made|taken|reached|during|in|at|" +
    "and|since|with|are|were",
  settled: `${CONSENSUS}|${AGREED}|(?:final )?(?:decision|resolution)s?(?: is| was)?`,
  past: "previous|past|prior|last|earlier|old|carried|carry|outstanding|reviewing|review of|review|recap",
  possible: POSSIBLE,
  over: OVER,
  weak: "\\bfollow|\\btasks?\\b|\\bhomework\\b",
  hints:
    "action|\\bais?\\b|\\baps?\\b|to[ _-]?do|next|follow|task|work items|assignment|homework|decision|" +
    "decided|resol|agree|conclu|consensus|sense",
};
