import { contentStems } from "../language/content-words.ts";
import { dependsOnTopic } from "../language/clarity.ts";
import { areAboutOther } from "../language/differences.ts";
import { en } from "../language/en.ts";
import { areSameOwners, mayBeSameOwners } from "../language/owners.ts";
import { areOtherTopics } from "../language/topics.ts";

/** A finding, to be compared with those before it. */
export interface Occurrence {
  readonly line: number;
  readonly text: string;
  /** Whose it is; empty: nobody's. */
  readonly owners: readonly string[];
  /** What it is about, by its own words or where it is: targets of references. */
  readonly about: readonly string[];
  /** Whether `about` is of the place alone, and not of its own words. (Default: false) */
  readonly isAboutByPlace?: boolean;
  /** Titles of the topics that it is in, outermost first. (Default: they don't count) */
  readonly topic?: readonly string[];
  /** The same words about another issue are another thing: of decisions. (Default: only where they are few) */
  readonly isOfPlace?: boolean;
}

/** So few words say what is meant only together with where they are. */
const FEW_WORDS = 3;

interface Known extends Occurrence {
  readonly words: ReadonlySet<string>;
}

function isSame(a: Known, b: Known): boolean {
  if (a.line === b.line || !mayBeSameOwners(a.owners, b.owners)) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const least = Math.min(a.words.size, b.words.size);
  if (least === 0 || isAboutOther(a, b)) return false;
  const dice = (2 * shared) / (a.words.size + b.words.size);
  if (dice === 1) return shared > 1 || (a.owners.length > 0 && b.owners.length > 0);
  if (shared > 2 && dice >= 0.66) return true;
  if (shared > 3 && shared / least >= 0.8) return true;
  if (shared > 1 && shared === least && areSameOwners(a.owners, b.owners)) return true;
  return isAboutSame(a, b);
}

/** Their words or the issues that they are about tell them apart, however alike they are. */
function isAboutOther(a: Known, b: Known): boolean {
  const isElsewhere =
    a.about.length > 0 && b.about.length > 0 && !a.about.some((target) => b.about.includes(target));
  const isByPlace = a.isAboutByPlace === true && b.isAboutByPlace === true;
  const isVague = Math.min(a.words.size, b.words.size) <= FEW_WORDS || a.isOfPlace === true;
  return (isElsewhere && (isVague || isByPlace)) || areAboutOther(a.text, b.text) || isInOtherTopic(a, b);
}

/** Few words are other tasks under other topics. */
function isInOtherTopic(a: Known, b: Known): boolean {
  if (a.topic === undefined || b.topic === undefined) return false;
  const owners = [...a.owners, ...b.owners];
  return dependsOnTopic(a.text, owners) && areOtherTopics([a.topic, b.topic], owners);
}

/** Words of tasks that say what to do only together with what they are about. */
const VAGUE = contentStems(en.content.vagueTasks);

/** The same person, the same issue: then few words are enough ("Ada to follow up"), but not a name that both share. */
function isAboutSame(a: Known, b: Known): boolean {
  const isOwned = a.owners.length > 0 && b.owners.length > 0;
  const isAbout = a.about.length > 0 && a.about.some((target) => b.about.includes(target));
  if (!isOwned || !isAbout) return false;
  const names = contentStems([...a.owners, ...b.owners].join(" "));
  const says = (word: string): boolean => !names.has(word) && !VAGUE.has(word);
  const [ours, theirs] = [a.words, b.words].map((words) => [...words].filter(says));
  const shared = ours?.filter((word) => theirs?.includes(word)).length ?? 0;
  const least = Math.min(ours?.length ?? 0, theirs?.length ?? 0);
  return shared > 2 || (least <= 2 && shared > 0) || least === 0;
}

/** No more earlier occurrences than this are looked at for one: a page repeats a thing nearby or in a summary. */
const MAX_CANDIDATES = 40;

/**
 * For each occurrence, the line of its first occurrence further up; null: this is the first.
 *
 * Two occurrences are the same where most of their words are, and no one else's name is there. Work grows with the
 * number of words, not with its square: only occurrences that share a rare word are compared.
 */
export function findFirstOccurrences(occurrences: readonly Occurrence[]): (number | null)[] {
  const byWord = new Map<string, number[]>();
  const known: Known[] = [];
  const first: (number | null)[] = [];
  for (const [index, occurrence] of occurrences.entries()) {
    const entry = { ...occurrence, words: contentStems(occurrence.text) };
    const keys = [...entry.words, ...entry.about.map((target) => ` ${target}`)];
    const candidates = new Set<number>();
    for (const key of keys) {
      const found = byWord.get(key) ?? [];
      for (const other of found.slice(0, MAX_CANDIDATES)) candidates.add(other);
      if (candidates.size > MAX_CANDIDATES * 4) break;
    }
    const twin = [...candidates].sort((a, b) => a - b).find((other) => isSame(entry, known[other] as Known));
    known.push(entry);
    first.push(twin === undefined ? null : (first[twin] ?? occurrences[twin]?.line ?? null));
    for (const key of keys) {
      const list = byWord.get(key);
      if (list === undefined) byWord.set(key, [index]);
      else list.push(index);
    }
  }
  return first;
}
