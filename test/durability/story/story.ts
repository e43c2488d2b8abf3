import { seededRandom } from "../../../sandbox/faults/random.ts";
import type { Beat, BeatKind, CommentStyle, Mood } from "./beat.ts";
import { Books, isPush } from "./books.ts";

export interface Story {
  readonly seed: number;
  readonly mood: Mood;
  readonly style: CommentStyle;
  readonly beats: readonly Beat[];
}

const KINDS: readonly (readonly [BeatKind, number])[] = [
  ["burst", 0.51],
  ["rename", 0.08],
  ["delete", 0.06],
  ["force", 0.06],
  ["configure", 0.05],
  ["move", 0.04],
  ["person", 0.15],
  ["undo", 0.05],
];

/** Tells a story of at least that many pushes. The same seed gives the same. */
export function tellStory(seed: number, pushes: number, style: CommentStyle = "meeting"): Story {
  const random = seededRandom(seed);
  const mood = seed % 2 === 0 ? "ledger is lost" : "people delete";
  // What a beat can do depends on what there is: a push that finds nothing to delete is none.
  const books = new Books(mood, style);
  const beats: Beat[] = [];
  for (let count = 0; count < pushes; ) {
    const beat = { kind: chooseKind(random()), seed: Math.floor(random() * 2 ** 31) };
    beats.push(beat);
    count += books.act(beat).filter(isPush).length;
  }
  return { seed, mood, style, beats };
}

function chooseKind(chance: number): BeatKind {
  let left = chance;
  for (const [kind, share] of KINDS) {
    left -= share;
    if (left < 0) return kind;
  }
  return "burst";
}
