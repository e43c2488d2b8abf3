import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;
/** How many have passed. */
let weeks = 0;

beforeEach(async () => {
  weeks = 0;
  let looks = 0;
  const now = () => new Date(Date.UTC(2026, 0, 5 + 7 * weeks, 9) + 1000 * looks++);
  stage = await setStage({}, { now });
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

const comments = (number: number) => stage.sandbox.world.comments(APP, number);

describe("an app that was away", () => {
  test("applies a push that it never received", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    stage.sandbox.world.commit(MINUTES, {
      "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n",
    });

    await stage.catchUp();
    await stage.settle();

    expect(comments(12)).toHaveLength(1);
  });

  test("starts where it had stopped, even where the ledger is lost while it looks", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    stage.sandbox.world.commit(MINUTES, {
      "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n",
    });
    const lose = () => stage.loseLedger();
    stage.sandbox.faults.add({ match: "graphql", fault: { kind: "call", before: lose } });

    await stage.catchUp();
    await stage.settle();

    expect(comments(12)).toHaveLength(1);
  });

  test("for a week is right again by itself: GitHub forgot the deliveries that failed", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    stage.sandbox.setWebhook("http://127.0.0.1:9/nobody-listens");
    const { world } = stage.sandbox;
    await world.push(MINUTES, { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });
    await world.push(MINUTES, { [PATH]: null });
    await stage.settle();
    weeks = 1;

    stage.sandbox.setWebhook(stage.webhookUrl);
    await stage.restart();
    await stage.catchUp();
    await stage.settle();

    expect(stage.sandbox.requests.filter(({ path }) => path.endsWith("/attempts"))).toEqual([]);
    expect(comments(11)).toEqual([]);
    expect(comments(12)).toHaveLength(1);
  });

  test("has deliveries that failed sent again", async () => {
    stage.sandbox.setWebhook("http://127.0.0.1:9/nobody-listens");
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    expect(comments(11)).toEqual([]);

    stage.sandbox.setWebhook(stage.webhookUrl);
    await stage.catchUp();
    await stage.settle();

    expect(comments(11)).toHaveLength(1);
  });

  test("looks for the rest where GitHub does not answer for one repository", async () => {
    const { world, faults } = stage.sandbox;
    world.addRepository("abbey/minutes");
    world.addIssue("abbey/minutes", { number: 1 });
    world.commit("abbey/minutes", { "meetings/2026-01-05.md": "# Meeting 2026-01-05\n\n- #1 old\n" });
    await world.install("abbey", { repositories: ["minutes"] });
    await world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    world.commit("abbey/minutes", {
      "meetings/2026-01-06.md":
        "# Meeting 2026-01-06\n\n- #1 the bell has a crack and rings much too low for the fog\n",
    });
    world.commit(MINUTES, { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });
    await stage.restart();
    faults.add({
      match: "apps/get-repo-installation",
      times: 4,
      fault: { kind: "error", when: "before" },
    });

    await stage.catchUp();
    await stage.settle();

    expect(stage.log.join("\n")).toContain("Could not look at its head");
    expect(comments(12)).toHaveLength(1);
  });

  test("asks nothing about a head that it saw, where another job has applied it since", async () => {
    const { world } = stage.sandbox;
    await world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    const applied = world.head(MINUTES);
    const ask = async (seen: string) => {
      stage.sandbox.forgetRequests();
      await stage.queue.add({
        installationId: null,
        repository: MINUTES,
        cause: "catch-up",
        deliveryId: null,
        data: { before: "c0ffee", seen },
      });
      await stage.settle();
      return stage.sandbox.requests.length;
    };

    expect(await ask(applied)).toBe(0);
    expect(await ask("beef")).toBeGreaterThan(0);
    await stage.ledger.saveUnfinished(MINUTES, [applied, "beef"]);
    expect(await ask(applied)).toBeGreaterThan(0);
  });

  test("posts nothing where nothing was missed", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    const runs = stage.sandbox.world.checkRuns(MINUTES).length;

    await stage.catchUp();
    await stage.settle();

    expect(comments(11)).toHaveLength(1);
    expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(runs);
  });
});

describe("an app that was just installed", () => {
  test("posts nothing old, and what was pushed since, even where it did not receive the push", async () => {
    const { world } = stage.sandbox;
    world.addRepository("village/minutes");
    world.addIssue("village/minutes", { number: 1 });
    world.addIssue("village/minutes", { number: 2 });
    world.commit("village/minutes", { "meetings/2026-01-05.md": "# Meeting 2026-01-05\n\n- #1 old\n" });
    await world.install("village");
    await stage.settle();
    world.commit("village/minutes", {
      "meetings/2026-01-06.md":
        "# Meeting 2026-01-06\n\n- #2 the bell has a crack and rings much too low for the fog\n",
    });

    await stage.catchUp();
    await stage.settle();

    expect(world.comments("village/minutes", 1)).toEqual([]);
    expect(world.comments("village/minutes", 2)).toHaveLength(1);
  });
});
