import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  // As many tries as the app makes in a day, so to speak.
  stage = await setStage({}, { queue: { retries: 1 } });
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

const comments = () => stage.sandbox.world.comments(APP, 11);
const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);

async function press(identifier: string): Promise<void> {
  const run = lastRun();
  if (run !== undefined) await stage.sandbox.world.pressButton(run, identifier, { by: "ada" });
  await stage.settle();
}

const broken = { kind: "error", when: "before", status: 502 } as const;

describe("what was tried for a day and is given up", () => {
  test("a push that could not even be planned is in a check run with a button, which posts it", async () => {
    const end = stage.sandbox.faults.add({ match: "graphql", skip: 2, times: 1000, fault: broken });
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();

    expect(lastRun()).toMatchObject({ title: "Gave up after a day", conclusion: "failure" });
    expect(comments()).toEqual([]);
    end();
    await press("retry");

    expect(comments()).toHaveLength(1);
    expect(lastRun()).toMatchObject({ conclusion: "success" });
  });

  test("a step that GitHub never took: the check run no longer says that it is tried again", async () => {
    const end = stage.sandbox.faults.add({ match: "issues/update-milestone", times: 1000, fault: broken });
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();

    expect(comments()).toHaveLength(1);
    expect(lastRun()).toMatchObject({ title: "Gave up after a day" });
    expect(lastRun()?.summary).toContain("existing posts are unchanged");
    end();
    await press("retry");

    expect(stage.sandbox.world.milestone(APP, "2.1").description).toContain("2026-01-05");
    expect(comments()).toHaveLength(1);
  });

  test("a look at the head that names no push continues from what was applied last, and posts nothing older", async () => {
    const { world, faults } = stage.sandbox;
    world.commit(MINUTES, { "meetings/2026-01-05-early.md": "# Crew meeting 2026-01-05\n\n- #12 is old\n" });
    await world.push(MINUTES, { "meetings/2026-01-04.md": "# Crew meeting 2026-01-04\n\n- nothing\n" });
    await stage.settle();
    world.commit(MINUTES, { [PATH]: minutes([TODO]) });
    const end = faults.add({ match: /compare/, times: 1000, fault: broken });
    const job = { installationId: null, repository: MINUTES, deliveryId: null, data: {} } as const;
    await stage.queue.add({ ...job, cause: "catch-up" });
    await stage.settle();
    end();
    expect(lastRun()).toMatchObject({ title: "Gave up after a day" });

    await press("retry");

    expect(comments()).toHaveLength(1);
    expect(world.comments(APP, 12)).toEqual([]);
  });

  test("a pull request's plan is shown when its button is pressed", async () => {
    const { world, faults } = stage.sandbox;
    const end = faults.add({ match: /compare/, times: 1000, fault: broken });
    await world.push(MINUTES, { [PATH]: minutes([TODO]) }, { branch: "proposal" });
    await world.openPull(MINUTES, { head: "proposal", base: "main", title: "Minutes" }, { by: "ada" });
    await stage.settle();
    expect(lastRun()).toMatchObject({ title: "Gave up after a day" });

    end();
    await press("retry");

    expect(lastRun()?.title).toMatch(/^Preview: /);
    expect(comments()).toEqual([]);
  });
});
