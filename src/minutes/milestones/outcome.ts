import type { MilestoneOutcome } from "../meeting.ts";

/**
 * What a sentence settles for the release that it names:
 *
 * | outcome | habit | example |
 * | --- | --- | --- |
 * | out | "not", "won't" and a way in | `not for 20.3`, `won't make 20.3`, `too late for 20.3`, `dropped from 20.3` |
 * | out | a verb of going or moving, and "after" | `will land after 20.3`, `postponed until after 20.3` |
 * | slipped | a verb of moving and "to" | `slipped to 20.3`, `pushed back to 20.3`, `deferred until 20.3` |
 * | in | a verb of going and "in" | `will go in 20.3`, `targeting 20.3`, `planned for 20.3`, `part of 20.3` |
 *
 * Questions and proposals settle nothing.
 */
const OUT = new RegExp(
  "\\b(?:not (?:(?:go|going|be|make|making|land|ship|get|getting|fit) )?(?:it )?" +
    "(?:in|into|for|part of|in time for|make|a blocker for)?|" +
    "won't (?:\\w+ )?(?:it )?(?:in|into|for|make|be in|be part of|part of)?|" +
    "will not (?:\\w+ )?(?:it )?(?:in|into|for|make|be in)?|too late for|missed|miss(?:es)?|will miss|" +
    "dropp?(?:ed)? from|removed? from|pull(?:ed)? (?:out )?(?:from|of)|out of|" +
    "no longer (?:in|for|part of)|skip(?:ped)? (?:for|in)?|exclud(?:e|ed|ing) from|cut from)" +
    "(?: the| pip| our| version| release)? ?$",
  "i",
);
const SLIPPED = new RegExp(
  "\\b(?:slip(?:s|ped)?|push(?:ed|ing)?(?: it| this| that| back| out)*|" +
    "postpon(?:e|ed|ing)(?: it| this| that)?|defer(?:red|ring)?(?: it| this| that)?|" +
    "delay(?:ed)?(?: it| this)?|mov(?:e|ed|ing)(?: it| this| that| out)?|" +
    "bump(?:ed|ing)?(?: it| this| that)?|punt(?:ed|ing)?(?: it| this| that)?|reschedul(?:e|ed)(?: it)?|" +
    "kick(?:ed)?(?: it)?|retarget(?:ed)?)(?: back)? (?:to|till|until|into)(?: the)?(?: next)?" +
    "(?: [a-z.-]+)? ?$",
  "i",
);
const IN = [
  new RegExp(
    "\\b(?:will|to|should|shall|can|must|going to|'ll|gets?|got) (?:be )?" +
      "(?:go|land|ship|make it|be|come|appear|released?|included?|out)?(?: out)? ?" +
      "(?:in|into|with|as part of|for)$",
    "i",
  ),
  new RegExp(
    "\\b(?:go(?:es|ing)? (?:out )?(?:in|into)|land(?:s|ed|ing)? in|ship(?:s|ped|ping)? (?:in|with)|" +
      "target(?:s|ing|ed)?(?: for)?|part of)$",
    "i",
  ),
  /\b(?:included|planned|scheduled|slated|targeted|accepted|approved|milestoned|queued|ready|due|in time) (?:in|for)$/i,
  /\b(?:add(?:ed)? to|put(?:ting)?(?: \w{1,20}){0,3} in|released? (?:in|with|as)|makes? (?:it (?:in|into) )?)$/i,
  /\b(?:backport(?:ed)? to|merged? (?:for|into)|let's (?:do|ship|put|get)(?: \w{1,20}){0,2} (?:in|into|for|with))$/i,
];
/** What says the opposite of the words behind it in the same clause: `isn't going to land in`, `not ready for`. */
const NEGATED = /\b(?:not|never|no longer|no need|nothing|none|neither|nor|cannot|without|\w+n't)\b/i;
/** In front of a release whose time is over by then. */
const AFTER = /\b(?:after|past|beyond|behind|post)(?: the)?$/i;
/** A product's name is never one of these. */
const NO_NAME =
  /^ (?:after|before|past|beyond|behind|without|since|from|than|over|until|till|by|not|and|or|but|except|excluding)$/i;
const GOING =
  /\b(?:go|going|goes|land|ship|release|come|wait|happen|start|merge|slip|move|push|postpone|defer|delay|punt|bump|kick|reschedule|be (?:done|merged|included|released))\w*\b/i;
const UNSETTLED = new RegExp(
  "\\?|\\b(?:could|might|may|maybe|perhaps|would|if|unless|once|as soon as|provided|assuming|in case|" +
    "subject to|pending|depending|whether|options?|or not|should we|can we|do we|ask)\\b|" +
    "\\b(?:propos\\w|suggest)",
  "i",
);
const SENTENCE_END = /[.!?;](?=\s|$)/g;

/** No sentence is longer; a text without full stops is not searched again for each mention in it. */
const LONGEST_SENTENCE = 300;

/** The sentence around two offsets. */
function sentenceAround(text: string, start: number, end: number): { from: number; to: number } {
  const low = Math.max(0, start - LONGEST_SENTENCE);
  const before = [...text.slice(low, start).matchAll(SENTENCE_END)].at(-1);
  const behind = text.slice(end, end + LONGEST_SENTENCE).search(SENTENCE_END);
  const from = before === undefined ? low : low + before.index + 1;
  return { from, to: behind < 0 ? Math.min(text.length, end + LONGEST_SENTENCE) : end + behind + 1 };
}

/** What comes before a name, without a blank, a word of the name's own, "next", "the": `part of the next tea `. */
function openings(before: string): readonly string[] {
  const trimmed = before.replace(/ $/, "");
  const less = (texts: readonly string[], word: RegExp) => [
    ...texts,
    ...texts.map((text) => text.replace(word, "")),
  ];
  const shorter = [/ [a-z][a-z.-]*$/i, / next$/i, / the$/i].reduce(less, [trimmed]);
  return [before, ...new Set(shorter)].filter((text) => !NO_NAME.test(before.slice(text.length).trimEnd()));
}

/** Whether the clause up to there says the opposite. */
function isNegated(text: string, match: RegExpExecArray): boolean {
  const clause =
    text
      .slice(0, match.index + match[0].length)
      .split(/[,;:]/)
      .at(-1) ?? "";
  return NEGATED.test(clause);
}

/** What the sentence around a milestone's mention settles; null: nothing. */
export function readOutcome(text: string, start: number, end: number): MilestoneOutcome | null {
  const { from, to } = sentenceAround(text, start, end);
  if (UNSETTLED.test(text.slice(from, to))) return null;
  const before = text
    .slice(Math.max(from, start - 90), start)
    .replace(/(?:milestone|release|version) $/i, "");
  if (OUT.test(before)) return "out";
  const texts = openings(before);
  if (texts.some((text) => AFTER.test(text))) return GOING.test(before) ? "out" : null;
  const moved = SLIPPED.exec(before);
  if (moved !== null) return isNegated(before, moved) ? null : "slipped";
  for (const text of texts) {
    const going = IN.map((rule) => rule.exec(text)).find((match) => match !== null);
    if (going != null) return isNegated(text, going) ? "out" : "in";
  }
  return null;
}
