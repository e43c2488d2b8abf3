import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

/** Words that are in the minutes alone. */
const WORDS = /zeppelin|marzipan|periwinkle/i;

const LINES = [
  "  - periwinkle is the colour that all agreed on",
  "  - TODO: Ada to order marzipan for the zeppelin by Friday",
];

const INFO = 30;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

async function push(text = minutes(LINES)): Promise<readonly Line[]> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: text });
  await stage.settle();
  return stage.log.map((line): Line => JSON.parse(line));
}

const isOfJob = ({ name, cause }: Line) => name !== "http" && cause !== undefined;

describe("the log", () => {
  test("names delivery, installation and repository in each line of a job, and the step in each line of one", async () => {
    const lines = (await push()).filter(isOfJob);

    const [delivery] = stage.sandbox.deliveries.filter(({ event }) => event === "push");
    const worked = lines.filter(({ msg }) => !msg.startsWith("Queued"));
    expect(worked.length).toBeGreaterThan(5);
    for (const line of worked) {
      expect(line).toMatchObject({
        delivery: delivery?.guid,
        installation: expect.any(Number),
        repository: MINUTES,
      });
    }
    const steps = lines.filter(({ msg }) => msg.startsWith("A step"));
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["comment", "issue", "milestone"]));
    for (const line of steps) expect(line.step).toEqual(expect.stringContaining(`${MINUTES}:`));
  });

  test("names them where a push is queued, too", async () => {
    const [line] = (await push()).filter(({ msg }) => msg === "Queued: a push");

    expect(line).toMatchObject({
      delivery: expect.any(String),
      installation: expect.any(Number),
      repository: MINUTES,
    });
  });

  test.each([
    ["all goes well", null],
    ["GitHub refuses what is posted", 422],
    ["GitHub breaks down", 503],
  ])("holds no text of the minutes above debug where %s", async (_what, status) => {
    for (const match of status === null
      ? []
      : ["issues/create-comment", "issues/create", "issues/update-milestone"]) {
      stage.sandbox.faults.add({
        match,
        times: 1,
        fault: { kind: "error", when: "before", status: status ?? 500 },
      });
    }

    await push();
    const lines = await push(minutes([...LINES, "  - and more marzipan"]));

    expect(stage.sandbox.world.comments(APP, 11)[0]?.body).toMatch(WORDS);
    const logged = lines.filter(({ level }) => level >= INFO).map((line) => JSON.stringify(line));
    expect(logged.length).toBeGreaterThan(10);
    expect(logged.filter((line) => WORDS.test(line))).toEqual([]);
  });
});
