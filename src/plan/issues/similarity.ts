import { areAboutOther, distinctWords } from "../../language/differences.ts";
import { mayBeSameOwners } from "../../language/owners.ts";
import { dice, MOST_BEYOND_WORDS, similarityOf } from "../../language/similarity.ts";
import { wordsOf } from "../../language/content-words.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { plainText } from "../../language/text/plain-text.ts";
import { isFingerprint, fingerprintedWord, fingerprintedWords, fingerprintOf } from "./fingerprint.ts";

/**
 * How alike two texts are, from 0 to 1; where only a fingerprint of one is known, by words.
 *
 * @param atLeast - Less than this is of no use to the caller; 0 may be returned instead.
 */
export function textSimilarity(one: string, other: string, atLeast = 0): number {
  return isFingerprint(one) || isFingerprint(other)
    ? dice(fingerprintedWords(one), fingerprintedWords(other))
    : similarityOf(one, other, atLeast);
}

/** In other minutes an action has to be nearly the same, or to be carried over. */
const OTHER_MINUTES = 0.9;
const CARRIED_OVER = 0.7;

/** How alike an action is to one that other minutes hold; null where it is another one. */
export function similarInOtherMinutes(
  action: { readonly text: string; readonly carriedOver: boolean },
  text: string,
): number | null {
  const least = action.carriedOver ? CARRIED_OVER : OTHER_MINUTES;
  const measured = textSimilarity(action.text, text, least);
  const similarity = measured < least && isContinued(action.text, text) ? least : measured;
  if (similarity < least) return null;
  // An action that is carried over may be worded differently, and is about the same number, name and day.
  const isOther = isFingerprint(text)
    ? isOtherByWords(action.text, text)
    : areAboutOther(action.text, text, action.carriedOver);
  return isOther ? null : similarity;
}

/** So many words are a task that a sentence or a remark may be added to. */
const LONG_TASK = 6;
/** What a task may be continued with: another sentence, a remark. */
const CONTINUATION = /^\s*(?:[.;(:]|--|[–—]|- )/u;

/** Whether one of two texts is the other with something added behind it. */
function isContinued(one: string, other: string): boolean {
  if (isFingerprint(other)) return mayBeContinued(fingerprintedWords(one), fingerprintedWords(other));
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const begin = trimEnd(short, /[.;\s]/).toLowerCase();
  if (!long.toLowerCase().startsWith(begin) || !CONTINUATION.test(long.slice(begin.length))) return false;
  return wordsOf(plainText(begin)).length >= LONG_TASK;
}

/** Whether a number, a name or a word of code is in place of words of which only fingerprints are known. */
function isOtherByWords(text: string, known: string): boolean {
  const left = [...fingerprintedWords(known)];
  const distinct = distinctWords(text);
  const own = wordsOf(plainText(text)).filter((word) => {
    const at = left.indexOf(fingerprintedWord(word));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return left.length > 0 && own.some((word) => distinct.has(word));
}

/** Whether the two may be alike so far, where only a fingerprint of the text is known, or nothing at all. */
export function mayBeSimilarInOtherMinutes(
  action: { readonly text: string; readonly carriedOver: boolean },
  text: string,
): boolean {
  if (text === "") return true;
  if (!isFingerprint(text)) return similarInOtherMinutes(action, text) !== null;
  const least = (action.carriedOver ? CARRIED_OVER : OTHER_MINUTES) - MOST_BEYOND_WORDS;
  const [own, known] = [fingerprintedWords(action.text), fingerprintedWords(text)];
  return dice(own, known) >= least || mayBeContinued(own, known);
}

/** Whether one of two texts may be the other with something added, by their words. */
function mayBeContinued(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const words = new Set(long);
  return short.length >= LONG_TASK && short.every((word) => words.has(word));
}

/**
 * Whether an action's owners may be those that are known: they share one, or one names nobody.
 *
 * @param known - May be fingerprints.
 */
export function mayBeOwners(owners: readonly string[], known: readonly string[]): boolean {
  return known.some(isFingerprint)
    ? mayBeSameOwners(owners, known, fingerprintOf)
    : mayBeSameOwners(owners, known);
}
