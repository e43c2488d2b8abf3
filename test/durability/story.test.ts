import { expect, jest, test } from "@jest/globals";
import { checkStory } from "./story/check-story.ts";
import { tellStory } from "./story/story.ts";

jest.setTimeout(5 * 60_000);

// One of each mood. The long ones, under any seed: `npm run test:durability`.
test.each([41, 42])("on a hostile GitHub a story ends like the undisturbed one (seed %i)", async (seed) => {
  const { pushes, counts, world } = await checkStory(tellStory(seed, 20), 60_000);

  expect(pushes).toBeGreaterThanOrEqual(20);
  expect(world.filter((line) => line.includes("minutebook[bot]")).length).toBeGreaterThan(10);
  const count = (kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  expect(count(["error", "cut", "hang", "empty", "primary-limit", "secondary-limit"])).toBeGreaterThan(5);
  expect(count(["lost", "unsent", "twice", "late"])).toBeGreaterThan(5);
});
