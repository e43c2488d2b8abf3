import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

const todos = () =>
  stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");

test.each([1, 2, 4])(
  "where the ledger is lost and the list of our issues comes empty %i times, no second issue is opened",
  async (times) => {
    const { world, faults } = stage.sandbox;
    await world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();
    expect(todos()).toHaveLength(1);
    stage.loseLedger();
    faults.add({ match: "issues/list-for-repo", times, fault: { kind: "empty" } });

    await world.push(MINUTES, { [PATH]: minutes([TODO, "  - one more word"]) });
    await stage.settle();

    expect(todos()).toHaveLength(1);
    expect(faults.counts).toMatchObject({ empty: times });
  },
);
