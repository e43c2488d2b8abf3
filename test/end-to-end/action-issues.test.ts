import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Issue } from "../../sandbox/world/entities.ts";
import { APP, buildHarbour, CONFIG, MINUTES, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const TODO = "- TODO: Ada to print the new timetable";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox, `${CONFIG}repositories: {archive: harbour/archive}\n`);
  stage.sandbox.world.addRepository("harbour/archive");
  await push([TODO]);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(lines: readonly string[], path = PATH): Promise<void> {
  const date = path.replace("meetings/", "").replace(".md", "");
  const text = [`# Crew meeting ${date}`, "", "## Timetable", "", ...lines, ""].join("\n");
  await stage.sandbox.world.push(MINUTES, { [path]: text });
  await stage.settle();
}

function todos(repository = APP): readonly Issue[] {
  return stage.sandbox.world.issues(repository).filter(({ author }) => author?.login === "minutebook[bot]");
}

function todo(): Issue {
  const [issue] = todos();
  if (issue === undefined) throw new Error("There is no issue of ours.");
  return issue;
}

function said(): string {
  const run = stage.sandbox.world.checkRuns(MINUTES).at(-1);
  return [run?.summary, run?.text].join("\n");
}

describe("an action that is taken out of the minutes", () => {
  test("closes its issue where nobody worked on it", async () => {
    await push([]);

    expect(todo()).toMatchObject({ state: "closed", stateReason: "not_planned" });
  });

  test("leaves it open where a pull request would close it, and says so", async () => {
    stage.sandbox.world.addPull(APP, { body: `Closes #${todo().number}` });

    await push([]);

    expect(todo()).toMatchObject({ state: "open" });
    expect(said()).toContain("people worked on the issue");
  });

  test("leaves it open where somebody linked a pull request by hand", async () => {
    stage.sandbox.world.linkPull(todo(), stage.sandbox.world.addPull(APP));

    await push([]);

    expect(todo()).toMatchObject({ state: "open" });
  });
});

describe("an issue that a person", () => {
  test("deleted is not opened again", async () => {
    await stage.sandbox.world.deleteIssue(todo());

    await push([`${TODO} by Friday`]);

    expect(todos()).toEqual([]);
    expect(said()).toContain("Someone deleted the issue");
  });

  test("moved to another repository is left alone there, and no second one is opened", async () => {
    const moved = await stage.sandbox.world.transfer(todo(), "harbour/archive");
    const { body } = moved;

    await push([`${TODO} by Friday`]);

    expect(todos()).toEqual([]);
    expect(moved.body).toBe(body);
    expect(said()).toContain("transferred the issue to another repository");
  });

  test("closed stays closed when the list of issues lags behind", async () => {
    await stage.sandbox.world.close(todo(), { by: "ada" });
    stage.sandbox.faults.lag(60 * 60 * 1000);

    await push([`${TODO} by Friday`]);

    expect(todos()).toMatchObject([{ state: "closed" }]);
    expect(said()).toContain("Someone closed the issue");
  });
});

test("an action carried over into later minutes is the same issue, though the list shows nothing new", async () => {
  stage.sandbox.faults.lag(60 * 60 * 1000);

  await push([TODO], "meetings/2026-01-12.md");

  expect(todos()).toHaveLength(1);
  expect(todo().body).toContain("2026-01-12");
});

describe("an action that later minutes carry over", () => {
  const LATER = "meetings/2026-01-12.md";

  test("is closed once it left its own minutes and then the others", async () => {
    await push([TODO], LATER);
    await push([]);
    expect(todos()).toMatchObject([{ state: "open" }]);
    expect(todo().body).toContain("2026-01-12.md");

    await push([], LATER);

    expect(todos()).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);
  });

  test("is closed once its own minutes are deleted and then two others let it go", async () => {
    const third = "meetings/2026-01-19.md";
    await push([TODO], LATER);
    await push([TODO], third);
    await stage.sandbox.world.push(MINUTES, { [PATH]: null });
    await stage.settle();
    await push([], LATER);
    expect(todos()).toMatchObject([{ state: "open" }]);

    await push([], third);

    expect(todos()).toMatchObject([{ state: "closed" }]);
  });

  test("keeps its issue while the others are edited after it left its own minutes", async () => {
    await push([TODO], LATER);
    await push([]);

    await push([`${TODO} by Friday`], LATER);

    expect(todos()).toMatchObject([{ state: "open" }]);
  });
});
