import { Books } from "./books.ts";
import { playStory, type Outcome } from "./play-story.ts";
import { shrink } from "./shrink.ts";
import type { Beat } from "./beat.ts";
import type { Story } from "./story.ts";

/**
 * Plays a story; where its two worlds part, throws an error with the seed, the shortest story that still shows it, and
 * what differs.
 *
 * @param shrinkMs - How long to look for a shorter one.
 */
export async function checkStory(story: Story, shrinkMs: number): Promise<Outcome> {
  const outcome = await playStory(story);
  if (outcome.parting === null) return outcome;
  const end = Date.now() + shrinkMs;
  let { parting } = outcome;
  const beats = await shrink(
    story.beats.slice(0, parting.beat + 1),
    async (shorter) => {
      const again = (await playStory({ ...story, beats: shorter })).parting;
      parting = again ?? parting;
      return again !== null;
    },
    () => Date.now() < end,
  );
  const short = { ...story, beats };
  const { missing, unexpected, problems, log } = parting;
  throw new Error(
    [
      `The story of seed ${story.seed} ended otherwise on a hostile GitHub, after beat ${parting.beat} of ${beats.length}.`,
      `The shortest one that shows it: STORY_SEED=${story.seed} STORY_BEATS=${printBeats(beats)}`,
      ...tell(short),
      "Missing:",
      ...missing,
      "Unexpected:",
      ...unexpected,
      "Problems:",
      ...problems,
      "The last of the log:",
      ...log,
    ].join("\n"),
  );
}

/** What is done in a story, a line each. */
function tell({ mood, style, beats }: Story): readonly string[] {
  const books = new Books(mood, style);
  return beats.map((beat) => `  ${beat.kind}: ${JSON.stringify(books.act(beat))}`);
}

/** `burst:123,person:456` */
function printBeats(beats: readonly Beat[]): string {
  return beats.map(({ kind, seed }) => `${kind}:${seed}`).join(",");
}

/** Reads what `printBeats` prints. */
export function readBeats(text: string): readonly Beat[] {
  return text.split(",").map((beat) => {
    const [kind, seed] = beat.split(":");
    return { kind: kind as Beat["kind"], seed: Number(seed) };
  });
}
