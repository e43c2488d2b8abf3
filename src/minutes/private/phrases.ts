import type { PrivateWords } from "../../language/language.ts";
import { privateWords } from "../../language/privacy.ts";

export type PhraseKind = keyof PrivateWords;

/** A phrase in a run of words. */
export interface Match {
  readonly kind: PhraseKind;
  /** The word that it begins with, and the word behind it. */
  readonly start: number;
  readonly end: number;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Behind a mark in brackets: `[private for team members]`, `(confidential until May)`. */
export const CONTINUES = wordSet(
  "for only to until till please within and not unless by use as because note notes part session " +
    "info information discussion",
);
/** Behind a request, these go on with it: `do not share this outside the team`, and not `do not share state`. */
const REQUEST_CONTINUES = wordSet(
  "this that these those it any anything but so yet outside beyond with externally publicly widely " +
    "further until till for please because before unless between among though",
);

interface Phrase {
  readonly kind: PhraseKind;
  readonly words: readonly string[];
  /** Its last word may go on. */
  readonly isOpen: boolean;
  /** It ends what is said, but for a few words that go on with it. */
  readonly isLast: boolean;
}

/** Scripts that put no space between words: there, a phrase is looked for in the letters. */
export const UNSPACED = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;
/** So many letters of a word are looked up. */
const STEM = 3;
const KINDS: readonly PhraseKind[] = ["anywhere", "leading", "alone", "opens", "rest", "closes"];

function readPhrase(text: string, kind: PhraseKind): Phrase {
  const isOpen = text.endsWith("*");
  const isLast = text.endsWith(".");
  return { kind, words: (isOpen || isLast ? text.slice(0, -1) : text).split(" "), isOpen, isLast };
}

const all = Object.values(privateWords).flatMap((lists) =>
  KINDS.flatMap((kind) =>
    (lists[kind] ?? "")
      .split("|")
      .filter((text) => text !== "")
      .map((text) => readPhrase(text, kind)),
  ),
);

const stemOf = (word: string): string => word.slice(0, STEM);

/** Phrases by the first letters of their first word. */
function indexPhrases(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const stem = stemOf(phrase.words[0] ?? "");
    const known = index.get(stem);
    if (known === undefined) index.set(stem, [phrase]);
    else known.push(phrase);
  }
  return index;
}

const isUnspaced = ({ words }: Phrase): boolean => UNSPACED.test(words.join(""));
const spaced = indexPhrases(all.filter((phrase) => !isUnspaced(phrase)));
const unspaced = all.filter(isUnspaced).map((phrase) => ({ ...phrase, text: phrase.words.join(" ") }));

function fits({ words, isOpen, isLast }: Phrase, at: readonly string[], start: number): boolean {
  const next = at[start + words.length];
  if (isLast && next !== undefined && !REQUEST_CONTINUES.has(next)) return false;
  return words.every((word, index) => {
    const found = at[start + index];
    const mayGoOn = isOpen && index === words.length - 1;
    return found === word || (mayGoOn && found?.startsWith(word) === true);
  });
}

/** Every phrase in a run of words, which are in lower case. `own` are a team's words, each a phrase that leads. */
export function findPhrases(words: readonly string[], own: readonly string[]): readonly Match[] {
  const found: Match[] = [];
  const ownPhrases = own.map((text) => readPhrase(text, "leading"));
  for (const [start, word] of words.entries()) {
    for (const phrase of [...(spaced.get(stemOf(word)) ?? []), ...ownPhrases]) {
      if (fits(phrase, words, start))
        found.push({ kind: phrase.kind, start, end: start + phrase.words.length });
    }
  }
  return words.some((word) => UNSPACED.test(word)) ? [...found, ...findUnspaced(words)] : found;
}

function findUnspaced(words: readonly string[]): readonly Match[] {
  const text = words.join(" ");
  return unspaced.flatMap(({ kind, isOpen, text: phrase }) => {
    const at = text.indexOf(phrase);
    if (at < 0) return [];
    const isWhole = at === 0 && (isOpen || text.length === phrase.length);
    const isFirst = words[0] === phrase;
    return [{ kind, start: at === 0 ? 0 : 1, end: isWhole ? words.length : isFirst ? 1 : 0 }];
  });
}
