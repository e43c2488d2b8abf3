import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { makeBackfillJob } from "../../src/app/backfill/request.ts";
import { type Pool, startPool } from "../../src/pipeline/workers/pool.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

// Threads are killed and started here, which takes seconds on a busy machine.
jest.setTimeout(240_000);

const POISON = "meetings/2026-01-12.md";

/** Minutes over which a thread of these tests never comes to an end, and what is said of an issue in them. */
const SLOW = "# Crew meeting 2026-01-12\n\n- #12 is loud\n- poison: slow\n";

const OVER = /isn't processed: processing it took longer than 2 s/;

let workers: Pool;
let stage: Stage;

beforeEach(async () => {
  const file = new URL("../pipeline/workers/poisoned-thread.ts", import.meta.url);
  workers = startPool({ file, budget: { seconds: 2, memoryMiB: 64 }, threads: 2 });
  stage = await setStage({ workers });
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  await workers.close();
  expect(stage.sandbox.problems).toEqual([]);
});

function comments() {
  return [11, 12].map((number) => stage.sandbox.world.comments(APP, number).length);
}

function lastRun(repository = MINUTES) {
  return stage.sandbox.world.checkRuns(repository).at(-1);
}

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

describe("minutes that take for ever to read", () => {
  test("are named on the check run, and the rest of the push is posted", async () => {
    await push({ [PATH]: minutes(), [POISON]: SLOW });

    expect(comments()).toEqual([1, 0]);
    expect(lastRun()).toMatchObject({ conclusion: "failure" });
    expect(lastRun()?.summary).toMatch(/2026-01-12/);
    expect(lastRun()?.summary).toMatch(OVER);
    expect(lastRun()?.annotations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: POISON, message: expect.stringMatching(OVER) }),
      ]),
    );
  });

  test("delete nothing that was posted for them, while they are so and when they were so", async () => {
    const good = SLOW.replace("- poison: slow\n", "");
    await push({ [POISON]: good });
    const [posted] = stage.sandbox.world.comments(APP, 12);
    await push({ [POISON]: SLOW.replace("#12 is loud", "nothing") });
    expect(comments()).toEqual([0, 1]);

    await push({ [POISON]: good.replace("loud", "louder") });
    expect(lastRun()?.summary).toMatch(
      /The previous version of the file isn't processed: processing it took longer than 2 s/,
    );
    await push({ [POISON]: good.replace("loud", "loudest") });

    expect(stage.sandbox.world.comments(APP, 12)).toMatchObject([{ id: posted?.id }]);
    expect(stage.sandbox.world.comments(APP, 12)[0]?.body).toContain("loudest");
  });

  test("say so on a stranger's pull request, while another repository is worked on and the app answers", async () => {
    const { world } = stage.sandbox;
    world.addRepository("harbour/other");
    world.commit("harbour/other", {
      ".github/minutebook.yml": `repository: ${APP}\ncomments: {when: mentioned}\n`,
    });
    const health = new URL("/healthz", stage.webhookUrl);
    const answers: Promise<number>[] = [];
    const ask = async (): Promise<number> => {
      const asked = performance.now();
      await fetch(health);
      return performance.now() - asked;
    };
    const asking = setInterval(() => answers.push(ask()), 100);

    await world.push(MINUTES, { [POISON]: SLOW }, { branch: "fork", by: "visitor" });
    await world.openPull(MINUTES, { head: "fork", base: "main", title: "Typo" }, { by: "visitor" });
    await world.push("harbour/other", {
      "minutes/2026-01-05.md": "# Call 2026-01-05\n\n- #11 is fine now\n",
    });
    await stage.settle();
    clearInterval(asking);
    const slowest = Math.max(0, ...(await Promise.all(answers)));

    expect(lastRun()?.summary).toMatch(OVER);
    expect(comments()).toEqual([1, 0]);
    expect(slowest).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(1500);
  });
});

test("of a backfill are named on its check run, and the other files are posted", async () => {
  const { world } = stage.sandbox;
  world.commit(MINUTES, {
    [PATH]: minutes(),
    [POISON]: SLOW,
    "meetings/unplannable.md": "# Crew meeting 2026-01-19\n\n- #12 is loud\n",
  });
  await stage.queue.add(
    makeBackfillJob(MINUTES, "run-1", { from: null, order: "oldest", limit: null }, null),
  );
  await stage.settle();

  expect(comments()).toEqual([1, 0]);
  expect(lastRun()?.summary).toMatch(/2026-01-12\.md: processing it took longer than 2 s/);
  expect(lastRun()?.summary).toMatch(
    /unplannable\.md: The plan for these minutes can't be made, so nothing is changed: processing it took longer than 2 s/,
  );
});

test.each([
  ["more memory than it may", "memory", /isn't processed: processing it took more than 64 MiB of memory/],
  ["its thread down", "exit", /isn't processed: processing it ended its thread/],
])("minutes that take %s are named, and the rest is posted", async (_what, poison, message) => {
  await push({ [PATH]: minutes(), [POISON]: SLOW.replace("slow", poison) });

  expect(comments()).toEqual([1, 0]);
  expect(lastRun()?.summary).toMatch(message);
});

test("a plan that takes for ever is not made: the check run says so, and it is not tried again", async () => {
  await push({ [PATH]: minutes() });
  await push({ "meetings/unplannable.md": "# Crew meeting 2026-01-19\n\n- #12 is loud\n" });

  expect(comments()).toEqual([1, 0]);
  expect(lastRun()).toMatchObject({ conclusion: "failure" });
  expect(lastRun()?.summary).toMatch(
    /The plan for these minutes can't be made, so nothing is changed: processing it took longer than 2 s/,
  );
  expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(2);
});

describe("a plan that takes for ever", () => {
  const UNPLANNABLE = { "meetings/unplannable.md": "# Crew meeting 2026-01-19\n\n- #12 is loud\n" };

  /** How many questions GitHub is asked by an hourly look. */
  async function lookAgain(): Promise<number> {
    stage.sandbox.forgetRequests();
    await stage.catchUp();
    await stage.settle();
    return stage.sandbox.requests.filter(({ path }) => path === "/api/graphql").length;
  }

  test("is not made again every hour, but by the button and by the next push", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes() });
    await push(UNPLANNABLE);

    expect(await lookAgain()).toBe(1);
    expect(await lookAgain()).toBe(1);

    expect(world.checkRuns(MINUTES)).toHaveLength(2);
    const run = lastRun();
    if (run !== undefined) await world.pressButton(run, "retry", { by: "ada" });
    await stage.settle();
    expect(world.checkRuns(MINUTES)).toHaveLength(3);
    await push({ "meetings/unplannable.md": null, [POISON]: "# Crew meeting 2026-01-12\n\n- #12 is loud\n" });
    expect(comments()).toEqual([1, 1]);
  });

  test("is reported on a check run, though GitHub does not take that at first", async () => {
    const { world, faults } = stage.sandbox;
    await push({ [PATH]: minutes() });
    world.commit(MINUTES, UNPLANNABLE);
    const broken = { kind: "error", when: "before", status: 502 } as const;
    faults.add({ match: "checks/create", times: 3, fault: broken });

    await lookAgain();

    expect(lastRun()?.summary).toMatch(
      /The plan for these minutes can't be made, so nothing is changed: processing it took longer than 2 s/,
    );
  });

  test("is reported on a check run where no webhook came for its push", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes() });
    world.commit(MINUTES, UNPLANNABLE);

    await lookAgain();
    expect(await lookAgain()).toBe(1);

    expect(lastRun()?.summary).toMatch(
      /The plan for these minutes can't be made, so nothing is changed: processing it took longer than 2 s/,
    );
    expect(world.checkRuns(MINUTES)).toHaveLength(2);
    world.commit(MINUTES, {
      [POISON]: "# Crew meeting 2026-01-12\n\n- #12 is loud\n",
      "meetings/unplannable.md": null,
    });
    await lookAgain();
    expect(comments()).toEqual([1, 1]);
  });
});

test("a configuration that takes for ever is wrong as a whole, and nothing is posted", async () => {
  await push({ ".github/minutebook.yml": `repository: ${APP}\n# poison: slow\n`, [PATH]: minutes() });

  expect(comments()).toEqual([0, 0]);
  expect(lastRun()).toMatchObject({ conclusion: "failure" });
  expect(lastRun()?.summary).toMatch(/minutebook\.yml isn't used: processing it took longer than 2 s/);
});
