import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const GONE = "0123456789012345678901234567890123456789";
const FIRST = "meetings/2026-01-05.md";
const SECOND = "meetings/2026-01-12.md";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
  await push({
    [FIRST]: minutes(
      "2026-01-05",
      "- #11 is wrong on Sundays",
      "- TODO: Ada to print the new timetable",
      "- 2.1 is near",
    ),
    [SECOND]: minutes("2026-01-12", "- #12 needs paint"),
  });
  await stage.ledger.saveHead(MINUTES, GONE);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

function minutes(date: string, ...lines: readonly string[]): string {
  return [`# Crew meeting ${date}`, "", "## Timetable", "", ...lines, ""].join("\n");
}

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

function bodies(number: number): readonly string[] {
  return stage.sandbox.world.comments(APP, number).map(({ body }) => body);
}

function todos() {
  return stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
}

function lastRun() {
  return stage.sandbox.world.checkRuns(MINUTES).at(-1);
}

describe("where history lost the commit applied last", () => {
  test("minutes that are not there any more count as deleted, by what is posted for them", async () => {
    await push({ [FIRST]: null });

    expect(bodies(11)).toEqual([]);
    expect(bodies(12)).toHaveLength(1);
    expect(todos()).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);
    expect(stage.sandbox.world.milestone(APP, "2.1").description).not.toContain("2026-01-05");
    expect(lastRun()).toMatchObject({ conclusion: "success" });
  });

  test("a comment to which people reacted stays, and says that its minutes were deleted", async () => {
    const [comment] = stage.sandbox.world.comments(APP, 11);
    if (comment !== undefined) stage.sandbox.world.react(comment, "heart", "ada");

    await push({ [FIRST]: null });

    expect(bodies(11)).toEqual([expect.stringContaining("The minutes were deleted")]);
  });

  test("minutes that were moved keep their comment and their issue", async () => {
    const moved = "meetings/2026-01-05-timetable.md";
    const before = todos().map(({ number }) => number);

    await push({
      [FIRST]: null,
      [moved]: minutes(
        "2026-01-05",
        "- #11 is wrong on Sundays",
        "- TODO: Ada to print the new timetable",
        "- That is all",
      ),
    });

    expect(bodies(11)).toEqual([expect.stringContaining(moved)]);
    expect(todos().map(({ number }) => number)).toEqual(before);
    expect(todos()).toMatchObject([{ state: "open", body: expect.stringContaining(moved) }]);
  });

  test("the next meeting's minutes are not treated as those that were deleted, though they mention the same", async () => {
    await push({ [FIRST]: null, "meetings/2026-01-19.md": minutes("2026-01-19", "- #11 is still wrong") });

    expect(lastRun()).toMatchObject({ conclusion: "action_required" });
    expect(lastRun()?.text).toMatch(/delete/i);
    expect(bodies(11)).toEqual([expect.stringContaining("2026-01-05")]);
  });

  test("minutes that were edited meanwhile are brought up to date at once", async () => {
    await push({ [SECOND]: minutes("2026-01-12", "- #12 needs two coats of paint") });

    expect(bodies(12)).toEqual([expect.stringContaining("two coats")]);
    expect(bodies(11)).toHaveLength(1);
    expect(todos()).toMatchObject([{ state: "open" }]);
  });

  test("minutes for which nothing was ever posted wait for a person: they may be old", async () => {
    await push({ "meetings/2026-01-06.md": minutes("2026-01-06", "- #11 is wrong on Mondays") });

    expect(bodies(11)).toHaveLength(1);
    expect(lastRun()?.summary).toContain("no longer exists");
  });
});
