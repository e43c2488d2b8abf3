/** Words that say nothing about what a text is about. */
const STOP_WORDS = `a an the and or but nor if to of in on at for with from by as is are be been being was were will would
should could can may might must shall do does did done has have had having not no yes also still again then than so just very
more most some any all each other another both either into out up down off over about after before during until while there
here i me my we us our you your he him his she her it its they them their this that these those who whom whose which what
when where why how re via per`;

/** Words that fit any task. */
const VAGUE_WORDS = `look looks looking check checks checking see try tries ask asks tell tells say says talk talks speak
discuss discusses think consider follow followup ping pings nudge nudges update updates review reviews reviewing fix fixes
reply respond comment need needs want wants make makes take takes taking get gets getting give gives put go goes going come
work works working handle help start continue finish send sends share report reach know let lets keep bring pick call calls
people everyone everybody someone somebody anyone anybody nobody folks team group guys thing things stuff something anything item items
issue issues pr prs ticket link links email emails mail list note notes action actions todo ai need please week weeks month months year day days today
tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december soon later next last asap first fresh quick quickly back ahead`;

const EMPTY_WORDS = new Set(`${STOP_WORDS} ${VAGUE_WORDS}`.split(/\s+/));

/** What a word has swallowed: `they've`, `don't`. */
const CONTRACTED = /(?:'(?:ve|re|ll|s|d|m)|n't)$/;

/** A word that points at something said before. */
const POINTING = /\b(?:it|this|that|these|those|them|there|they|he|she|him|her|both|above)\b/i;

/** `that` as in "say that it …" or "this release" points at nothing before it, so we count on enough other words. */
const ENOUGH_BESIDE_POINTING = 4;

const ENOUGH = 2;

/** An issue's number or an address says what it is about. */
const NAMES_SOMETHING = /#\d+|https?:\/\/|\w\.(?:md|rst|py|js|ts|yml|yaml|toml|json)\b/i;

/** The words of a text that say what it is about, in lower case. Names in `owners` do not. */
export function contentWords(value: string, owners: readonly string[]): readonly string[] {
  const names = new Set(owners.flatMap((owner) => wordsOf(owner)));
  return wordsOf(value.replaceAll("’", "'"))
    .map((word) => word.replace(CONTRACTED, ""))
    .filter((word) => !EMPTY_WORDS.has(word) && !names.has(word) && !/^\d$/.test(word));
}

/** Whether a text points at something said before. */
export function pointsBack(value: string): boolean {
  return (
    POINTING.test(value) ||
    /\b(?:the|this|that) (?:issue|pr|pull request|ticket|bug|discussion)\b|\b(?:new|old|other|these|those) ones\b/i.test(
      value,
    )
  );
}

/** Whether somebody who was not at the meeting can understand a text. */
export function standsAlone(value: string, owners: readonly string[]): boolean {
  if (NAMES_SOMETHING.test(value)) return true;
  const count = contentWords(value, owners).length;
  return count >= (POINTING.test(value) ? ENOUGH_BESIDE_POINTING : ENOUGH);
}

/** The words of a text in lower case, without punctuation. */
export function wordsOf(value: string): readonly string[] {
  return value.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.'_-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
}
