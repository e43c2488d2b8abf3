import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { setStage, type Stage } from "./stage.ts";

const MINUTES = "harbour/minutes";
const APP = "harbour/ferry";
const PATH = "meetings/2026-01-05.md";
const CONFIG = `minutes: ["meetings/*.md"]
repository: ${APP}
people: {Ada: ada}
`;

/** Minutes in which an issue is spoken of, a release decided on and something taken on. */
function minutes(lines: readonly string[] = []): string {
  return [
    "# Crew meeting 2026-01-05",
    "",
    "Present: Ada, Grace",
    "",
    "## Timetable",
    "",
    "- #11 the winter timetable is wrong on Sundays",
    "  - DECISION: #11 will go in 2.1",
    ...lines,
    "",
  ].join("\n");
}

const TODO = "  - TODO: Ada to print the new timetable";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  const { world } = stage.sandbox;
  world.addRepository(MINUTES);
  world.addRepository(APP);
  world.addUser("ada");
  world.addCollaborator(APP, "ada");
  for (const number of [11, 12]) world.addIssue(APP, { number, title: `Issue ${number}`, author: "ada" });
  world.addMilestone(APP, { title: "2.1", description: "Our words." });
  world.commit(MINUTES, { ".github/minutebook.yml": CONFIG });
  world.addInstallation("harbour");
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

function bodiesOn(number: number): readonly string[] {
  return stage.sandbox.world.comments(APP, number).map(({ body }) => body);
}

function todos() {
  return stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
}

function lastRun() {
  return stage.sandbox.world.checkRuns(MINUTES).at(-1);
}

describe("a push of minutes", () => {
  test("becomes a comment, an issue for the TODO and a note on the milestone", async () => {
    await push({ [PATH]: minutes([TODO]) });

    expect(bodiesOn(11)).toHaveLength(1);
    expect(bodiesOn(11)[0]).toContain("#11 will go in 2.1".replace("#11 ", ""));
    expect(todos()).toMatchObject([{ state: "open" }]);
    expect(todos()[0]?.assignees.map(({ login }) => login)).toEqual(["ada"]);
    expect(stage.sandbox.world.milestone(APP, "2.1")?.description).toMatch(/^Our words\.[^]*2026-01-05/);
    expect(lastRun()).toMatchObject({ status: "completed", conclusion: "success" });
  });
});
