import { Books, isPush } from "./books.ts";
import type { CommentStyle } from "./beat.ts";
import { findBrokenComments } from "./broken-comments.ts";
import { describeWithoutComments, describeWorld } from "./describe-world.ts";
import { drawTrouble } from "./hostility.ts";
import type { Story } from "./story.ts";
import { WorldPlayer } from "./world-player.ts";

/** Where the two worlds of a story parted. */
export interface Parting {
  /** After this beat, from 0. */
  readonly beat: number;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  /** Jobs that were given up, and what no client of GitHub's should do. */
  readonly problems: readonly string[];
  readonly log: readonly string[];
}

export interface Outcome {
  /** null: both worlds ended the same. */
  readonly parting: Parting | null;
  readonly pushes: number;
  /** How often each kind of trouble came. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was on GitHub at the end of the undisturbed world, a line each. */
  readonly world: readonly string[];
}

/** Comparing everything takes a while; in a long story a parting is looked for only every so many beats. */
const COMPARED_EACH = 10;
const SHORT = 100;

/** In the undisturbed world nothing may be given up, however slow the machine. */
const LONG_PATIENCE_MS = 60_000;

/** Plays a story in two worlds, one of them hostile, and compares them at quiet points. */
export async function playStory(story: Story): Promise<Outcome> {
  const calm = await WorldPlayer.open(story, LONG_PATIENCE_MS);
  const hostile = await WorldPlayer.open(story);
  try {
    return await play(story, calm, hostile);
  } finally {
    await calm.stop();
    await hostile.stop();
  }
}

async function play(
  { beats, mood, style }: Story,
  calm: WorldPlayer,
  hostile: WorldPlayer,
): Promise<Outcome> {
  const books = new Books(mood, style);
  const troubles: string[] = [];
  let pushes = 0;
  let parting: Parting | null = null;
  for (const [index, beat] of beats.entries()) {
    const acts = books.act(beat);
    pushes += acts.filter(isPush).length;
    const trouble = drawTrouble(beat, mood);
    await calm.play(acts);
    troubles.push(...(await hostile.suffer(beat, acts, trouble)));
    const isDue = beats.length <= SHORT || index % COMPARED_EACH === COMPARED_EACH - 1;
    if (!isDue && index < beats.length - 1) continue;
    parting = compare(index, [calm, hostile], style);
    if (parting !== null) break;
  }
  const counts = new Map(Object.entries(hostile.stage.sandbox.faults.counts));
  for (const name of troubles) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { parting, pushes, counts, world: describeWorld(calm.stage.sandbox) };
}

function compare(
  beat: number,
  [calm, hostile]: readonly [WorldPlayer, WorldPlayer],
  style: CommentStyle,
): Parting | null {
  const describe = style === "thread" ? describeWithoutComments : describeWorld;
  const expected = describe(calm.stage.sandbox);
  const actual = describe(hostile.stage.sandbox);
  const problems = [calm, hostile].flatMap(({ given, stage }) => [
    ...given,
    ...stage.sandbox.problems,
    ...findBrokenComments(stage.sandbox),
  ]);
  if (problems.length === 0 && JSON.stringify(expected) === JSON.stringify(actual)) return null;
  return {
    beat,
    missing: without(expected, actual),
    unexpected: without(actual, expected),
    problems,
    log: hostile.stage.log.slice(-40).map(summarise),
  };
}

/** Lines of the one list that the other has not, or has less often. */
export function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return list.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** What a line of the log says, without its stack. */
function summarise(line: string): string {
  const { msg, repository, step, cause, err } = JSON.parse(line) as Record<string, unknown> & {
    err?: { message?: string };
  };
  return [msg, repository, step, cause, err?.message].filter((part) => part !== undefined).join(" | ");
}
