import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { makeHostile } from "../../sandbox/faults/random.ts";
import { APP, buildHarbour, MINUTES } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const PUSHES = 20;

/** For each push of one comment: in peace, and where one answer in ten is none. */
const MOST_IN_PEACE = 11;
const MOST_UNDER_FAULTS = 14;

/** About one request in ten. */
const RATES = {
  "error-before": 0.02,
  "error-after": 0.02,
  "cut-before": 0.01,
  "cut-after": 0.01,
  "secondary-limit": 0.01,
  "answer-cut": 0.01,
  "answer-object": 0.01,
  partial: 0.03,
  unauthorized: 0.005,
} as const;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

/** Requests for each push, tokens too. */
async function pushAll(): Promise<number> {
  const { world, requests } = stage.sandbox;
  stage.sandbox.forgetRequests();
  for (let count = 0; count < PUSHES; count += 1) {
    const day = String(1 + count).padStart(2, "0");
    const files = {
      [`meetings/2026-02-${day}.md`]: `# Crew meeting 2026-02-${day}\n\n- #12 the bell, part ${count}\n`,
    };
    await world.push(MINUTES, files);
    await stage.settle();
  }
  return requests.length / PUSHES;
}

test.each([3, 5, 7])("pushes ask little more of a GitHub that fails in every way (seed %i)", async (seed) => {
  makeHostile(stage.sandbox.faults, { seed, rates: RATES });

  const each = await pushAll();

  expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(PUSHES);
  expect(each).toBeLessThanOrEqual(MOST_UNDER_FAULTS);
});

test("pushes ask little of a GitHub that is well", async () => {
  expect(await pushAll()).toBeLessThanOrEqual(MOST_IN_PEACE);
});
