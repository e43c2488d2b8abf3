import { wordsOf } from "../text/stands-alone.ts";
import { plainTitle } from "./plain-title.ts";

/** How alike two texts are, from 0 to 1: by words and by pairs of letters, whichever says more. */
export function textSimilarity(one: string, other: string): number {
  const words = [wordsOf(plainTitle(one)), wordsOf(plainTitle(other))] as const;
  const texts = [words[0].join(" "), words[1].join(" ")] as const;
  if (texts[0] === texts[1]) return texts[0] === "" ? 0 : 1;
  return Math.max(dice(words[0], words[1]), dice(pairsOf(texts[0]), pairsOf(texts[1])));
}

/** Whether two lists of owners may be the same people: they share one, or one names nobody. */
export function mayBeSameOwners(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  const names = new Set(one.map((name) => name.toLowerCase()));
  return other.some((name) => names.has(name.toLowerCase()));
}

/** Sørensen and Dice's measure on two bags. */
function dice(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const element of one) left.set(element, (left.get(element) ?? 0) + 1);
  let shared = 0;
  for (const element of other) {
    const count = left.get(element) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(element, count - 1);
    }
  }
  return (2 * shared) / (one.length + other.length);
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2));
}
