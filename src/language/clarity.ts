import { contentWords } from "./content-words.ts";
import { distinctWords } from "./differences.ts";
import { allPatterns, allWords } from "./languages.ts";

/** A word that points at something said before. */
const POINTING = new RegExp(`\\b(?:${[...allWords(({ content }) => content?.pointers)].join("|")})\\b`, "i");
const POINTING_PHRASE = new RegExp(
  `\\b(?:${allPatterns(({ content }) => content?.pointingPhrases)})\\b`,
  "i",
);

/** `that` as in "say that it …" or "this release" points at nothing before it, so we count on enough other words. */
const ENOUGH_BESIDE_POINTING = 4;

const ENOUGH = 2;

/** An issue's number or an address says what it is about. */
const NAMES_SOMETHING = /#\d+|https?:\/\/|\w\.(?:md|rst|py|js|ts|yml|yaml|toml|json)\b/i;

/** Whether a text points at something said before. */
export function pointsBack(value: string): boolean {
  return POINTING.test(value) || POINTING_PHRASE.test(value);
}

/** Whether somebody who was not at the meeting can understand a text. */
export function isSelfContained(value: string, owners: readonly string[]): boolean {
  if (NAMES_SOMETHING.test(value)) return true;
  const count = contentWords(value, owners).length;
  return count >= (POINTING.test(value) ? ENOUGH_BESIDE_POINTING : ENOUGH);
}

/** The same few words are two tasks under two topics, even where they can be understood: `write a blog post`. */
const FEW = 3;
/** With a name among them. */
const FEW_WITH_NAMES = 2;

/** Whether a task that another place in minutes has in the same words may be another one there. */
export function dependsOnTopic(value: string, owners: readonly string[]): boolean {
  if (NAMES_SOMETHING.test(value) || /\d/.test(value)) return false;
  const few = distinctWords(value).size > 0 ? FEW_WITH_NAMES : FEW;
  return contentWords(value, owners).length <= few;
}
