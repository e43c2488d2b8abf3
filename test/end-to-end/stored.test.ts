import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

/** Words that are in the minutes, or that people wrote, alone. */
const WORDS = /zeppelin|marzipan|periwinkle|hunter2/i;

const LINES = [
  "  - periwinkle is the colour that all agreed on",
  "",
  "## Zeppelins",
  "",
  "- TODO: Ada to order marzipan for the zeppelin by Friday",
];

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(lines: readonly string[]): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(lines) }, { by: "ada" });
  await stage.settle();
}

const opened = () => stage.sandbox.world.issues(APP).filter(({ number }) => number > 12);

/** Everything that the ledger knows. */
async function kept(): Promise<string> {
  const { ledger } = stage;
  return JSON.stringify([
    await ledger.recallIssues(APP),
    await ledger.find({ source: MINUTES }),
    await ledger.listHeads(),
    await ledger.listLooks(),
  ]);
}

describe("the ledger", () => {
  test("holds no word of the minutes, and knows an action again after its words were edited", async () => {
    await push(LINES);
    const [issue] = opened();
    expect(issue?.body).toMatch(WORDS);
    expect(await kept()).not.toMatch(WORDS);

    await push(LINES.map((line) => line.replace("order marzipan", "order much marzipan")));

    expect(opened()).toHaveLength(1);
    expect(opened()[0]?.body).toContain("much marzipan");
    expect(await kept()).not.toMatch(WORDS);
  });

  test("knows the action of an issue that a person deleted, after its words were edited", async () => {
    await push(LINES);
    const [issue] = opened();
    if (issue !== undefined) await stage.sandbox.world.deleteIssue(issue, { by: "ada" });

    await push(LINES.map((line) => line.replace("by Friday", "by Saturday")));
    await push(LINES.map((line) => line.replace("order marzipan", "order much marzipan")));

    expect(opened()).toEqual([]);
    expect(await kept()).not.toMatch(WORDS);
  });
});

describe("the log", () => {
  test.each([
    ["all goes well", null],
    ["GitHub refuses what is posted", 422],
    ["GitHub breaks down", 503],
  ])("holds no word of the minutes at any level where %s", async (_what, status) => {
    const matches = ["issues/create-comment", "issues/create", "issues/update-milestone", "checks/create"];
    for (const match of status === null ? [] : matches) {
      const fault = { kind: "error", when: "before", status: status ?? 500 } as const;
      stage.sandbox.faults.add({ match, times: 1, fault });
    }

    await push(LINES);
    const [issue] = stage.sandbox.world.issues(APP);
    if (issue !== undefined)
      await stage.sandbox.world.comment(issue, "/minutebook plan\nhunter2", { by: "ada" });
    await push([...LINES, "  - and more marzipan"]);

    expect(stage.log.length).toBeGreaterThan(20);
    expect(stage.log.filter((line) => WORDS.test(line))).toEqual([]);
  });
});
