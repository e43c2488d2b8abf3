import { wordsOf } from "../../language/content-words.ts";
import { plainText } from "../../language/text/plain-text.ts";

/** Up to so many pairs, all are compared: as many as any real minutes give. */
const FEW_PAIRS = 40_000;
/** Beyond that, each text is compared with so many others. */
const MOST_CANDIDATES = 60;
const MOST_CHARACTERS = 1000;

/**
 * For each text, the indices of the others that it may be an edited form of, in order: all where there are few, or else
 * those with which it shares the rarest words. null: all.
 */
export function findCandidates(
  texts: readonly string[],
  others: readonly string[],
): ((index: number) => readonly number[]) | null {
  if (texts.length * others.length <= FEW_PAIRS) return null;
  const byWord = new Map<string, number[]>();
  for (const [index, other] of others.entries()) {
    for (const word of wordSet(other)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [index]);
      else known.push(index);
    }
  }
  return (index) => {
    const lists = [...wordSet(texts[index] ?? "")].flatMap((word) => [byWord.get(word) ?? []]);
    const found = new Set<number>();
    for (const list of lists.toSorted((one, other) => one.length - other.length)) {
      for (const other of list) {
        if (found.size >= MOST_CANDIDATES) return inOrder(found);
        found.add(other);
      }
    }
    return inOrder(found);
  };
}

const inOrder = (found: ReadonlySet<number>): readonly number[] =>
  [...found].sort((one, other) => one - other);

function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(plainText(text.slice(0, MOST_CHARACTERS))));
}
