import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const NEXT = "meetings/2026-01-12.md";
const TEXT = minutes([TODO]).replace("2026-01-05", "2026-01-12");

let stage: Stage;
let instant: string;

beforeEach(async () => {
  instant = "2026-01-11T12:00:00Z";
  stage = await setStage({ now: () => Date.parse(instant) }, { knowsToday: true });
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(text: string): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [NEXT]: text }, { by: "ada" });
  await stage.settle();
}

const comments = () => stage.sandbox.world.comments(APP, 11).length;
const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);

test("an agenda waits for its day, and is posted once it is pushed again", async () => {
  buildHarbour(stage.sandbox);
  await push(TEXT);

  expect(comments()).toBe(0);
  expect(lastRun()).toMatchObject({ conclusion: "neutral", title: "Nothing to post" });
  expect(lastRun()?.annotations.map(({ message }) => message)).toEqual([
    expect.stringContaining("This is the agenda of 2026-01-12"),
  ]);

  instant = "2026-01-12T12:00:00Z";
  await push(`${TEXT}\n`);

  expect(comments()).toBe(1);
});

test("the day of a meeting is the team's", async () => {
  buildHarbour(stage.sandbox, `${CONFIG}time-zone: Pacific/Auckland\n`);
  await push(TEXT);

  expect(comments()).toBe(1);
});
