import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, PATH } from "./fixture.ts";
import type { Issue } from "../../sandbox/world/entities.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(...lines: readonly string[]): Promise<void> {
  const text = ["# Crew meeting 2026-01-05", "", ...lines, ""].join("\n");
  await stage.sandbox.world.push(MINUTES, { [PATH]: text });
  await stage.settle();
}

const bodies = (repository: string, number: number) =>
  stage.sandbox.world.comments(repository, number).map(({ body }) => body);
const said = () => stage.sandbox.world.checkRuns(MINUTES).at(-1)?.text;

describe("a discussion", () => {
  test("gets a comment, which is edited and taken away again", async () => {
    buildHarbour(stage.sandbox);
    stage.sandbox.world.addDiscussion(APP, { number: 20, title: "Colours" });

    await push("- #20 blue, said Ada");
    expect(bodies(APP, 20)).toEqual([expect.stringContaining("blue")]);

    await push("- #20 green, said Grace");
    expect(bodies(APP, 20)).toEqual([expect.stringContaining("green")]);

    await push("- nothing");
    expect(bodies(APP, 20)).toEqual([]);
  });

  test("gets its comment back where the answer to its deletion was lost: no person deleted it", async () => {
    buildHarbour(stage.sandbox);
    stage.sandbox.world.addDiscussion(APP, { number: 20, title: "Colours" });
    await push("- #20 blue, said Ada");
    stage.sandbox.faults.add({
      match: ({ text }) => text.includes("deleteDiscussionComment"),
      fault: { kind: "error", when: "after", status: 502 },
    });

    // A comment that is so young and not found may only not show yet: the job looks again, and then it is gone.
    await push("- nothing");
    expect(bodies(APP, 20)).toEqual([]);
    expect(stage.sandbox.world.checkRuns(MINUTES).at(-1)).toMatchObject({ title: "Nothing to post" });

    await push("- #20 green, said Grace");
    expect(bodies(APP, 20)).toEqual([expect.stringContaining("green")]);
  });
});

describe("a pull request", () => {
  test("gets a comment as an issue does", async () => {
    buildHarbour(stage.sandbox);
    stage.sandbox.world.addPull(APP, { number: 21, title: "Blue hull" });

    await push("- #21 can be merged");

    expect(bodies(APP, 21)).toHaveLength(1);
  });
});

describe("a repository of another owner", () => {
  const OTHER = "village/bus";

  beforeEach(() => {
    buildHarbour(stage.sandbox, `${CONFIG}repositories: {bus: ${OTHER}}\n`);
    stage.sandbox.world.addRepository(OTHER);
    stage.sandbox.world.addIssue(OTHER, { number: 1 });
  });

  test("gets nothing where the app is not installed", async () => {
    await push(`- ${OTHER}#1 meets the ferry`);

    expect(bodies(OTHER, 1)).toEqual([]);
    expect(said()).toMatch(/not installed/);
  });

  test("gets nothing without its consent", async () => {
    stage.sandbox.world.addInstallation("village");

    await push(`- ${OTHER}#1 meets the ferry`);

    expect(bodies(OTHER, 1)).toEqual([]);
    expect(said()).toMatch(/accept/);
  });

  test("gets comments once it accepts them", async () => {
    stage.sandbox.world.addInstallation("village");
    stage.sandbox.world.commit(OTHER, { ".github/minutebook.yml": `accept: [${MINUTES}]\n` });

    await push(`- ${OTHER}#1 meets the ferry`, "- #11 meets the bus");

    expect(bodies(OTHER, 1)).toHaveLength(1);
    expect(bodies(APP, 11)).toHaveLength(1);
  });
});

describe("what moves", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox, `${CONFIG}repositories: {archive: harbour/archive}\n`);
    stage.sandbox.world.addRepository("harbour/archive");
    await push("- #11 is wrong on Sundays");
  });

  test("a renamed target keeps its comment, under the old name in the configuration too", async () => {
    await stage.sandbox.world.rename(APP, "harbour/boat");

    await push("- #11 is wrong on Mondays");

    expect(bodies("harbour/boat", 11)).toEqual([expect.stringContaining("Mondays")]);
  });

  test("the comment of a transferred issue follows it", async () => {
    const issue = stage.sandbox.world.thread(APP, 11) as Issue;
    const moved = await stage.sandbox.world.transfer(issue, "harbour/archive");

    await push("- #11 is wrong on Mondays");

    expect(bodies("harbour/archive", moved.number)).toEqual([expect.stringContaining("Mondays")]);
  });

  test("a renamed repository of minutes knows its comments again", async () => {
    await stage.sandbox.world.rename(MINUTES, "harbour/notes");
    await stage.sandbox.world.push("harbour/notes", {
      [PATH]: "# Crew meeting 2026-01-05\n\n- #11 is wrong on Mondays\n",
    });
    await stage.settle();

    expect(bodies(APP, 11)).toEqual([expect.stringContaining("Mondays")]);
  });

  test("a renamed file of minutes keeps its comment", async () => {
    await stage.sandbox.world.push(MINUTES, {
      [PATH]: null,
      "meetings/2026-01-05-crew.md": "# Crew meeting 2026-01-05\n\n- #11 is wrong on Sundays\n",
    });
    await stage.settle();

    expect(bodies(APP, 11)).toEqual([expect.stringContaining("2026-01-05-crew.md")]);
  });

  test("deleted minutes leave nothing behind that leads nowhere", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: null });
    await stage.settle();

    expect(bodies(APP, 11).every((body) => !body.includes("/blob/main/"))).toBe(true);
  });
});

describe("private minutes", () => {
  test("are not quoted in public", async () => {
    buildHarbour(stage.sandbox);
    const minutes = stage.sandbox.world.repositories().find(({ name }) => name === "minutes");
    if (minutes !== undefined) minutes.visibility = "private";

    await push("- #11 the secret timetable");

    expect(bodies(APP, 11).join()).not.toContain("secret");
  });
});

describe("people's reactions", () => {
  test("keep a comment whose issue is no longer mentioned", async () => {
    buildHarbour(stage.sandbox);
    await push("- #11 is wrong");
    const [comment] = stage.sandbox.world.comments(APP, 11);
    if (comment !== undefined) stage.sandbox.world.react(comment, "heart", "ada");

    await push("- nothing");

    expect(bodies(APP, 11)).toHaveLength(1);
  });
});
