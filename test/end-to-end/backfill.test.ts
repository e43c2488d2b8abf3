import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { makeBackfillJob } from "../../src/app/backfill/request.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const TODO = "- TODO: Ada to write down how the lifebelts on both ferries are counted";

/** Was there before the app came; the later ones carry an action over. */
const OLD = {
  "meetings/2026-01-12.md": `# Crew meeting 2026-01-12\n\n- #11 is looked at\n\n## Actions\n\n${TODO}\n`,
  "meetings/2026-01-19.md": `# Crew meeting 2026-01-19\n\n- #12 is loud\n\n## Actions from last time\n\n${TODO}\n`,
  "meetings/2026-01-26.md": `# Crew meeting 2026-01-26\n\n- #11 again\n\n## Actions from last time\n\n${TODO}\n`,
};

let stage: Stage;
let time: number;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 5);
  stage = await setStage({ now: () => time });
  buildHarbour(stage.sandbox);
  const { world } = stage.sandbox;
  world.commit(MINUTES, OLD);
  world.addIssue(MINUTES, { number: 1, title: "Housekeeping", author: "ada" });
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function say(text: string, by = "ada"): Promise<readonly string[]> {
  const { world } = stage.sandbox;
  const comment = await world.comment(world.thread(MINUTES, 1), text, { by });
  await stage.settle();
  return comment.reactions.map(({ content }) => content);
}

function posted() {
  const { world } = stage.sandbox;
  return {
    comments: [11, 12].map((number) => world.comments(APP, number).length),
    issues: world.issues(APP).filter(({ number }) => number > 12).length,
  };
}

const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);

describe("/minutebook backfill", () => {
  test("posts what old minutes say, with one issue for what is carried over, and reports", async () => {
    expect(await say("/minutebook backfill")).toEqual(["+1"]);

    expect(posted()).toEqual({ comments: [2, 1], issues: 1 });
    expect(lastRun()).toMatchObject({
      name: "Minutebook backfill",
      conclusion: "success",
      title: expect.stringMatching(/^3 files, \d+ changes$/),
    });
  });

  test("says on its check run that GitHub would not let it go on, and in the log alone what it refused", async () => {
    stage.sandbox.faults.add({
      match: ({ operation, text }) => operation === "graphql" && text.includes("files:"),
      times: 100,
      fault: { kind: "error", when: "before", status: 403 },
    });

    await say("/minutebook backfill");

    expect(lastRun()).toMatchObject({
      name: "Minutebook backfill",
      conclusion: "neutral",
      summary: expect.stringContaining(
        "The backfill stopped early: it could not go on: GitHub refused a request",
      ),
    });
    expect(lastRun()?.summary).not.toContain("403");
    expect(stage.log.some((line) => line.includes("403"))).toBe(true);
  });

  test("starts at a day, and ends before a limit", async () => {
    await say("/minutebook backfill from 2026-01-19 limit 3");

    expect(posted()).toEqual({ comments: [0, 1], issues: 1 });
    expect(lastRun()).toMatchObject({
      conclusion: "neutral",
      summary: expect.stringContaining("before meetings/2026-01-26.md."),
    });
  });

  test("is for those who may write", async () => {
    expect(await say("/minutebook backfill", "visitor")).toEqual(["-1"]);
    expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
  });

  test.each(["tomorrow", "from", "from last week", "limit", "limit 0", "limit many"])(
    "with %j means nothing",
    async (words) => {
      expect(await say(`/minutebook backfill ${words}`)).toEqual(["confused"]);
      expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
    },
  );

  test("that cannot start says why", async () => {
    await say("/minutebook backfill from 0123456789");

    expect(lastRun()).toMatchObject({
      conclusion: "neutral",
      summary: expect.stringMatching(/There is no commit 012345\u200b?6789 in harbour\/minutes/),
    });
  });

  test("says what GitHub refused", async () => {
    stage.sandbox.faults.add({
      match: "issues/create-comment",
      fault: { kind: "error", when: "before", status: 422 },
    });

    await say("/minutebook backfill");

    expect(posted()).toEqual({ comments: [1, 1], issues: 1 });
    expect(lastRun()).toMatchObject({
      conclusion: "neutral",
      summary: expect.stringMatching(/meetings\/2026-01-12\.md: .*422/),
    });
  });
});

describe("a backfill on the app", () => {
  test("leaves the head alone: what is pushed afterwards is applied", async () => {
    await say("/minutebook backfill");

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();

    expect(posted().comments).toEqual([3, 1]);
  });

  test("leaves nothing of a head that was set back before its push was received", async () => {
    const { world, faults } = stage.sandbox;
    const base = await world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();
    faults.webhooks = () => "unsent";
    await world.push(MINUTES, { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 is new\n" });
    await stage.queue.add(makeBackfillJob(MINUTES, "1", { from: null, order: "oldest", limit: null }));
    await stage.settle();
    expect(posted().comments).toEqual([3, 2]);
    await world.forcePush(MINUTES, base);

    await stage.catchUp();
    await stage.settle();

    expect(posted().comments).toEqual([3, 1]);
  });

  test("takes turns with pushes", async () => {
    // More than a minute goes by with each comment, so that a part is one file.
    const { world } = stage.sandbox;
    stage.sandbox.faults.add({
      match: "issues/create-comment",
      times: Number.POSITIVE_INFINITY,
      fault: {
        kind: "call",
        before: () => {
          time += 61_000;
        },
      },
    });
    await world.comment(world.thread(MINUTES, 1), "/minutebook backfill", { by: "ada" });
    await world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();

    const runs = stage.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "A job is done");
    const causes: string[] = runs.map(({ cause }) => cause);
    expect(causes.indexOf("push")).toBeLessThan(causes.lastIndexOf("backfill"));
    expect(causes.filter((cause) => cause === "backfill").length).toBeGreaterThanOrEqual(3);
    expect(posted()).toMatchObject({ comments: [3, 1], issues: 1 });
  });

  test("is started once, however often its job is added", async () => {
    const job = makeBackfillJob(MINUTES, "1", { from: null, order: "oldest", limit: null });

    expect(await stage.queue.add(job)).toBe(true);
    expect(await stage.queue.add(job)).toBe(false);
    await stage.settle();

    expect(posted()).toEqual({ comments: [2, 1], issues: 1 });
  });

  test("is tried again where GitHub breaks down, and posts nothing twice", async () => {
    stage.sandbox.faults.add({
      match: "issues/create-comment",
      times: 8,
      fault: { kind: "error", when: "before", status: 503 },
    });

    await say("/minutebook backfill");

    expect(posted()).toEqual({ comments: [2, 1], issues: 1 });
  });

  describe("with `mode: review`", () => {
    const REVIEW = { ".github/minutebook.yml": `${CONFIG}mode: review\n` };
    const TITLE = "Minutebook backfill";
    const ofBackfill = () => stage.sandbox.world.checkRuns(MINUTES).findLast(({ name }) => name === TITLE);

    /** More than a minute goes by with the first comment, so that a part ends there, and something else happens. */
    function afterFirst(act: () => unknown): void {
      const before = async () => {
        time += 61_000;
        await act();
      };
      stage.sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "call", before } });
    }

    beforeEach(() => void stage.sandbox.world.commit(MINUTES, REVIEW));

    test("posts what was there when it was started", async () => {
      afterFirst(() => undefined);

      await say("/minutebook backfill");

      expect(posted()).toEqual({ comments: [2, 1], issues: 1 });
      expect(ofBackfill()).toMatchObject({ conclusion: "success" });
    });

    test.each([
      ["minutes", { "meetings/2026-01-26.md": "# Crew meeting 2026-01-26\n\n- #12 is sold\n" }],
      [
        "another configuration",
        { ".github/minutebook.yml": `${CONFIG}mode: review\nactions: {enabled: false}\n` },
      ],
    ])("posts nothing of %s pushed since it was started, and says so", async (_what, files) => {
      afterFirst(() => void stage.sandbox.world.commit(MINUTES, files));

      await say("/minutebook backfill");

      expect(posted()).toEqual({ comments: [1, 0], issues: 1 });
      expect(ofBackfill()).toMatchObject({
        conclusion: "neutral",
        summary: expect.stringContaining("changed since it was started"),
      });
    });

    test("posts nothing of a push that waits for approval, and says so", async () => {
      const { world } = stage.sandbox;
      await world.push(MINUTES, { "README.md": "Ours." });
      await stage.settle();
      await world.push(MINUTES, { [PATH]: minutes() });
      await stage.settle();
      expect(lastRun()?.summary).toContain("/minutebook apply");

      await say("/minutebook backfill");

      expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
      expect(ofBackfill()).toMatchObject({
        conclusion: "neutral",
        summary: expect.stringContaining("waits for approval"),
      });
    });
  });

  test("posts nothing where Minutebook is switched off or its configuration is wrong", async () => {
    const { world } = stage.sandbox;
    world.commit(MINUTES, { ".github/minutebook.yml": `${CONFIG}mode: off\n` });
    await say("/minutebook backfill");
    expect(lastRun()).toMatchObject({ summary: expect.stringContaining("mode: off") });

    world.commit(MINUTES, { ".github/minutebook.yml": "mod: auto\n" });
    await say("/minutebook backfill");
    expect(lastRun()).toMatchObject({ conclusion: "failure" });
    expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
  });
});
