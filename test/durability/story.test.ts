import { expect, jest, test } from "@jest/globals";
import { checkStory } from "./story/check-story.ts";
import { tellStory } from "./story/story.ts";

jest.setTimeout(5 * 60_000);

// One of each mood. The long ones, under any seed: `npm run test:durability`.
test.each([
  [41, "meeting"],
  [42, "meeting"],
  [43, "thread"],
  [44, "thread"],
] as const)(
  "on a hostile GitHub a story ends like the undisturbed one (seed %i, style %s)",
  async (seed, style) => {
    const { pushes, counts, world } = await checkStory(tellStory(seed, 20, style), 60_000);

    expect(pushes).toBeGreaterThanOrEqual(20);
    expect(world.filter((line) => line.includes("minutebook[bot]")).length).toBeGreaterThan(10);
    const count = (kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
    expect(count(["error", "cut", "hang", "empty", "primary-limit", "secondary-limit"])).toBeGreaterThan(5);
    expect(count(["lost", "unsent", "twice", "late"])).toBeGreaterThan(5);
  },
);
