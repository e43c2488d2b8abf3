import { seededRandom } from "../../../src/sandbox/faults/random.ts";
import { Books, isPush } from "./books.ts";

/**
 * What happens between two quiet points.
 *
 * - `burst`: pushes right after one another, to several repositories, each file at most once.
 * - `rename`, `delete`, `force`, `configure`: one push of this kind.
 * - `move`: a repository of minutes gets another name, or its first one back.
 * - `person`: somebody comments, closes, reopens, edits, hides or deletes something.
 */
export type BeatKind = "burst" | "rename" | "delete" | "force" | "configure" | "move" | "person";

/** What it does exactly is drawn from its own seed, so that it stays the same when others are left out. */
export interface Beat {
  readonly kind: BeatKind;
  readonly seed: number;
}

/**
 * What only the ledger knows cannot outlive it: that a person deleted a comment of ours, and which pushes still wait for
 * approval. So a story has either these or a ledger that is lost now and then.
 */
export type Mood = "ledger is lost" | "people delete";

export interface Story {
  readonly seed: number;
  readonly mood: Mood;
  readonly beats: readonly Beat[];
}

const KINDS: readonly (readonly [BeatKind, number])[] = [
  ["burst", 0.51],
  ["rename", 0.08],
  ["delete", 0.06],
  ["force", 0.06],
  ["configure", 0.05],
  ["move", 0.04],
  ["person", 0.2],
];

/** Tells a story of at least that many pushes. The same seed gives the same. */
export function tellStory(seed: number, pushes: number): Story {
  const random = seededRandom(seed);
  const mood = seed % 2 === 0 ? "ledger is lost" : "people delete";
  // What a beat can do depends on what there is: a push that finds nothing to delete is none.
  const books = new Books(mood);
  const beats: Beat[] = [];
  for (let count = 0; count < pushes; ) {
    const beat = { kind: chooseKind(random()), seed: Math.floor(random() * 2 ** 31) };
    beats.push(beat);
    count += books.act(beat).filter(isPush).length;
  }
  return { seed, mood, beats };
}

function chooseKind(chance: number): BeatKind {
  let left = chance;
  for (const [kind, share] of KINDS) {
    left -= share;
    if (left < 0) return kind;
  }
  return "burst";
}
