import { expect, jest, test } from "@jest/globals";
import { checkStory, readBeats } from "../story/check-story.ts";
import { tellStory } from "../story/story.ts";

const HOUR_MS = 60 * 60 * 1000;
const SHRINK_MS = HOUR_MS / 2;

/** `STORY_PUSHES=1000 STORY_SEED=7 STORY_SEEDS=10`: ten stories of a thousand pushes, from seed 7 on. */
const { STORY_PUSHES = "1000", STORY_SEED = "1", STORY_SEEDS = "2", STORY_STYLE, STORY_BEATS } = process.env;
const style = STORY_STYLE === "thread" ? "thread" : "meeting";

const first = Number(STORY_SEED);
const seeds = Array.from(
  { length: STORY_BEATS === undefined ? Number(STORY_SEEDS) : 1 },
  (_, index) => first + index,
);

jest.setTimeout(4 * HOUR_MS);

test.each(seeds)(
  `on a hostile GitHub a story of ${STORY_PUSHES} pushes ends like the undisturbed one (seed %i)`,
  async (seed) => {
    const whole = tellStory(seed, Number(STORY_PUSHES), style);
    // Only some beats of it: as a failure prints them.
    const story = STORY_BEATS === undefined ? whole : { ...whole, beats: readBeats(STORY_BEATS) };
    const { pushes, counts, world } = await checkStory(story, SHRINK_MS);
    process.stderr.write(
      `seed ${seed}: ${pushes} pushes, ${world.length} things on GitHub, ${JSON.stringify(Object.fromEntries(counts))}\n`,
    );
    expect(world.length).toBeGreaterThan(0);
  },
);
