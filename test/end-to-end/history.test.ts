import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
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

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

function todos() {
  return stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
}

describe("a push of several commits", () => {
  test("posts what each of them brought, not only the last", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: "# Crew meeting 2026-01-05\n" });
    world.commit(MINUTES, { [PATH]: minutes([TODO]) });
    world.commit(MINUTES, { "meetings/2026-01-04.md": "# Crew meeting 2026-01-04\n\n- #12 rusts\n" });

    await push({ "README.md": "# Minutes" });

    expect(world.comments(APP, 11)).toHaveLength(1);
    expect(world.comments(APP, 12)).toHaveLength(1);
    expect(todos()).toHaveLength(1);
  });

  test("opens and closes nothing for a TODO that came and went between them", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes() });
    world.commit(MINUTES, { [PATH]: minutes([TODO]) });

    await push({ [PATH]: minutes(["  - no timetable after all"]) });

    expect(todos()).toEqual([]);
  });
});

describe("the issue of a TODO", () => {
  test("stays open through pushes that are about something else", async () => {
    await push({ [PATH]: minutes([TODO]) });

    await push({ "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 rusts\n" });
    await push({ [PATH]: minutes([TODO, "  - one more word"]) });

    expect(todos()).toMatchObject([{ state: "open" }]);
  });

  test("is closed by no pull request that takes the TODO out, until that is merged", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes([TODO]) });
    await world.push(MINUTES, { [PATH]: minutes() }, { branch: "proposal" });
    await world.openPull(MINUTES, { head: "proposal", base: "main", title: "Tidy" }, { by: "ada" });
    await stage.settle();

    expect(todos()).toMatchObject([{ state: "open" }]);
    expect(world.checkRuns(MINUTES).at(-1)?.summary).toMatch(/close/);
  });

  test("follows it into another file within one push", async () => {
    await push({ [PATH]: minutes([TODO]) });
    const [before] = todos();

    await push({
      [PATH]: minutes(),
      "meetings/2026-01-12.md": `# Crew meeting 2026-01-12\n\n- print shop\n${TODO}\n`,
    });

    expect(todos()).toMatchObject([{ number: before?.number, state: "open" }]);
    expect(todos()[0]?.body).toContain("2026-01-12.md");
  });
});

test("a fork of the minutes posts nothing, even where it is configured and the app is installed", async () => {
  const { world } = stage.sandbox;
  world.addRepository("harbour/minutes-fork", { fork: true });
  world.commit("harbour/minutes-fork", { ".github/minutebook.yml": CONFIG });

  await world.push("harbour/minutes-fork", { [PATH]: minutes([TODO]) });
  await stage.settle();

  expect(world.comments(APP, 11)).toEqual([]);
  expect(todos()).toEqual([]);
  expect(world.checkRuns("harbour/minutes-fork")).toEqual([]);
});

test("a fork of the minutes posts nothing when the app looks for what it missed, or is asked to", async () => {
  const { world } = stage.sandbox;
  const fork = "village/minutes-fork";
  world.addRepository(fork, { fork: true });
  world.addIssue(fork, { number: 1, author: "ada" });
  world.addCollaborator(fork, "ada");
  world.commit(fork, { ".github/minutebook.yml": 'minutes: ["meetings/*.md"]\n' });
  await world.install("village");
  await stage.settle();
  world.commit(fork, { [PATH]: minutes(["- #1 the bell"]) });

  await stage.catchUp();
  await stage.settle();
  await world.comment(world.thread(fork, 1), "/minutebook backfill", { by: "ada" });
  await stage.settle();

  expect(world.comments(fork, 1).filter(({ author }) => author?.__typename === "Bot")).toEqual([]);
});

describe("minutes whose repository is renamed", () => {
  const NEW = "harbour/logbook";

  test("are recognized: what was posted for them is updated", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes([TODO]) });
    await world.rename(MINUTES, NEW);

    await world.push(NEW, { [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });
    await stage.settle();

    expect(world.comments(APP, 11).map(({ body }) => body)).toEqual([expect.stringContaining("on Mondays")]);
    expect(todos()).toHaveLength(1);
  });

  test("are worked on by one job at a time, whichever name it was given", async () => {
    const { world, faults } = stage.sandbox;
    await push({ [PATH]: minutes() });
    await world.rename(MINUTES, NEW);
    const slowly = () => new Promise((resolve) => setTimeout(resolve, 700));
    faults.add({ match: "issues/create-comment", fault: { kind: "call", before: slowly } });

    await world.push(NEW, { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });
    await stage.catchUp();
    await stage.settle();

    expect(world.comments(APP, 12)).toHaveLength(1);
  });
});

test("what GitHub refuses is reported on the check run and nowhere else", async () => {
  const { world, faults } = stage.sandbox;
  faults.add({
    match: "issues/create-comment",
    times: 20,
    fault: { kind: "error", when: "before", status: 403 },
  });

  await push({ [PATH]: minutes([TODO]) });

  expect(world.checkRuns(MINUTES).at(-1)?.conclusion).toBe("failure");
  expect(world.comments(APP, 11)).toEqual([]);
  expect(world.comments(APP, 12)).toEqual([]);
  expect(todos()).toHaveLength(1);
});
