import { wordsOf } from "./content-words.ts";
import { plainText } from "./text/plain-text.ts";

/** A text taken apart once, to be compared with many. */
interface Profile {
  readonly text: string;
  /** In order, as are the pairs of letters. */
  readonly words: readonly string[];
  readonly pairs: readonly number[];
}

/** How far pairs of letters may go beyond words. */
export const MOST_BEYOND_WORDS = 0.4;

/** What comes behind it in a text says nothing about which action it is. */
const MOST_COMPARED = 1000;

const MOST_PROFILES = 5000;

const profiles = new Map<string, Profile>();

function profileOf(value: string): Profile {
  const known = profiles.get(value);
  if (known !== undefined) return known;
  const words = wordsOf(plainText(value.slice(0, MOST_COMPARED)));
  const text = words.join(" ");
  const profile = { text, words: words.toSorted(compare), pairs: pairsOf(text) };
  if (profiles.size > MOST_PROFILES) profiles.clear();
  profiles.set(value, profile);
  return profile;
}

/**
 * How alike two texts are, from 0 to 1: by words and by pairs of letters, whichever says more.
 *
 * @param atLeast - Less than this is of no use to the caller; 0 may be returned instead.
 */
export function similarityOf(one: string, other: string, atLeast = 0): number {
  const [left, right] = [profileOf(one), profileOf(other)];
  if (left.text === right.text) return left.text === "" ? 0 : 1;
  const most = Math.max(mostDice(left.words, right.words), mostDice(left.pairs, right.pairs));
  if (most < atLeast) return 0;
  const byWords = dice(left.words, right.words);
  // Texts that share few words may still share most pairs of letters, but never nearly all of them.
  return byWords < atLeast - MOST_BEYOND_WORDS ? 0 : Math.max(byWords, dice(left.pairs, right.pairs));
}

/** What the measure can be at most, by the sizes alone. */
function mostDice(one: readonly unknown[], other: readonly unknown[]): number {
  return (2 * Math.min(one.length, other.length)) / Math.max(one.length + other.length, 1);
}

/** Sørensen and Dice's measure on two bags, whose elements are in order. */
export function dice<T extends string | number>(one: readonly T[], other: readonly T[]): number {
  if (one.length + other.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [left, right] = [one[i] as T, other[j] as T];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * shared) / (one.length + other.length);
}

/** Each pair of letters as one number, in order. */
function pairsOf(text: string): readonly number[] {
  const pairs = Array.from(
    { length: Math.max(text.length - 1, 0) },
    (_, index) => text.charCodeAt(index) * 0x1_00_00 + text.charCodeAt(index + 1),
  );
  return pairs.sort(compare);
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
