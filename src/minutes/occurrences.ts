import { areAboutOther } from "../language/differences.ts";

/** Something told, to be compared with what was told before. */
export interface Telling {
  readonly line: number;
  readonly text: string;
  /** Whose it is; empty: nobody's. */
  readonly owners: readonly string[];
  /** What it is about, by its own words or where it stands: targets of references. */
  readonly about: readonly string[];
  /** The same words about another issue are another thing: of decisions. (Default: only where they are few) */
  readonly isOfPlace?: boolean;
}

const STOP = new Set(
  (
    "about after again all also and any are around ask been before being but can could did does doing done each for from get " +
    "going had has have her here him his how into its just let like lets make may more most need needs not now off once one only our out " +
    "over please re should some still than that the their them then there these they this those through too under until use " +
    "very via was way were what when where which while who why will with would yet you your http https www com github issues pull"
  ).split(" "),
);
/** Words, and numbers with their dots: `20.3.1` is one. */
const WORD = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu;
const MAX_WORDS = 60;

/** A word's stem, roughly: enough that "discussing" meets "discuss" and "packages" "package". */
function stem(word: string): string {
  if (word.length > 5) return word.replace(/(?:ing|ions?|ed|es|ly|s)$/, "");
  return word.length > 3 ? word.replace(/s$/, "") : word;
}

/** The words of a text that say what it is about. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (words.size >= MAX_WORDS) break;
    if ((word.length > 2 || /\d/.test(word)) && !STOP.has(word)) words.add(stem(word));
  }
  return words;
}

const fold = (names: readonly string[]): string[] =>
  names.map((name) => name.toLowerCase().replace(/^@/, ""));

function isOwnerAlike(a: Telling, b: Telling): boolean {
  if (a.owners.length === 0 || b.owners.length === 0) return true;
  const others = fold(b.owners);
  return fold(a.owners).some((name) => others.includes(name));
}

const areOwnersEqual = (a: Telling, b: Telling): boolean =>
  a.owners.length > 0 && fold(a.owners).sort().join() === fold(b.owners).sort().join();

/** So few words say what is meant only together with where they stand. */
const FEW_WORDS = 3;

interface Known extends Telling {
  readonly words: Set<string>;
}

function isSame(a: Known, b: Known): boolean {
  if (a.line === b.line || !isOwnerAlike(a, b)) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const least = Math.min(a.words.size, b.words.size);
  if (least === 0 || isAboutOther(a, b)) return false;
  const dice = (2 * shared) / (a.words.size + b.words.size);
  if (dice === 1) return shared > 1 || (a.owners.length > 0 && b.owners.length > 0);
  if (shared > 2 && dice >= 0.66) return true;
  if (shared > 3 && shared / least >= 0.8) return true;
  if (shared > 1 && shared === least && areOwnersEqual(a, b)) return true;
  return isAboutSame(a, b);
}

/** Their words or the issues that they are about tell them apart, however alike they are. */
function isAboutOther(a: Known, b: Known): boolean {
  const isElsewhere =
    a.about.length > 0 && b.about.length > 0 && !a.about.some((target) => b.about.includes(target));
  const isVague = Math.min(a.words.size, b.words.size) <= FEW_WORDS || a.isOfPlace === true;
  return (isElsewhere && isVague) || areAboutOther(a.text, b.text);
}

/** Words of tasks that say what to do only together with what they are about. */
const VAGUE = contentWords("follow check look see work ask report update review ping nudge tackle handle");

/** The same person, the same issue: then few words are enough ("Ada to follow up"), but not a name that both share. */
function isAboutSame(a: Known, b: Known): boolean {
  const isOwned = a.owners.length > 0 && b.owners.length > 0;
  const isAbout = a.about.length > 0 && a.about.some((target) => b.about.includes(target));
  if (!isOwned || !isAbout) return false;
  const names = contentWords([...a.owners, ...b.owners].join(" "));
  const says = (word: string): boolean => !names.has(word) && !VAGUE.has(word);
  const [ours, theirs] = [a.words, b.words].map((words) => [...words].filter(says));
  const shared = ours?.filter((word) => theirs?.includes(word)).length ?? 0;
  const least = Math.min(ours?.length ?? 0, theirs?.length ?? 0);
  return shared > 2 || (least <= 2 && shared > 0) || least === 0;
}

/** No more earlier tellings than this are looked at for one: a page repeats a thing nearby or in a summary. */
const MAX_CANDIDATES = 40;

/**
 * For each telling, the line of its first telling further up; null: this is the first.
 *
 * Two tellings are the same where most of their words are, and nobody else's name stands there. Work grows with the
 * number of words, not with its square: only tellings that share a rare word are compared.
 */
export function findFirstTellings(tellings: readonly Telling[]): (number | null)[] {
  const byWord = new Map<string, number[]>();
  const known: Known[] = [];
  const first: (number | null)[] = [];
  for (const [index, telling] of tellings.entries()) {
    const entry = { ...telling, words: contentWords(telling.text) };
    const keys = [...entry.words, ...entry.about.map((target) => ` ${target}`)];
    const candidates = new Set<number>();
    for (const key of keys) {
      const found = byWord.get(key) ?? [];
      for (const other of found.slice(0, MAX_CANDIDATES)) candidates.add(other);
      if (candidates.size > MAX_CANDIDATES * 4) break;
    }
    const twin = [...candidates].sort((a, b) => a - b).find((other) => isSame(entry, known[other] as Known));
    known.push(entry);
    first.push(twin === undefined ? null : (first[twin] ?? tellings[twin]?.line ?? null));
    for (const key of keys) {
      const list = byWord.get(key);
      if (list === undefined) byWord.set(key, [index]);
      else list.push(index);
    }
  }
  return first;
}
