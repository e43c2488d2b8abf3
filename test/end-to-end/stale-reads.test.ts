import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const MINUTE_MS = 60_000;

let stage: Stage;
let time: number;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 5, 9);
  const now = () => {
    time += 5;
    return new Date(time);
  };
  const queue = {
    delaySeconds: () => {
      time += 10_000;
      return 0;
    },
  };
  stage = await setStage({}, { now, queue: { ...queue, retries: 30 } });
  buildHarbour(stage.sandbox);
  time += 60 * MINUTE_MS;
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Readonly<Record<string, string>>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

const bodies = () => stage.sandbox.world.comments(APP, 11).map(({ body }) => body);

test("a comment that is not found by its id yet is edited once it is", async () => {
  await push({ [PATH]: minutes([TODO]) });
  stage.sandbox.faults.unseen(MINUTE_MS);

  await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });

  expect(bodies()).toEqual([expect.stringContaining("on Mondays")]);
});

test("a comment that neither a list nor its id shows yet is edited once they do", async () => {
  await push({ [PATH]: minutes([TODO]) });
  stage.sandbox.faults.unseen(MINUTE_MS);
  stage.sandbox.faults.lag(MINUTE_MS);

  await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });

  expect(bodies()).toEqual([expect.stringContaining("on Mondays")]);
  expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
});

test("a comment that is not found yet is deleted once it is", async () => {
  await push({
    [PATH]: minutes([TODO]),
    "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- #12 the bell\n",
  });
  stage.sandbox.faults.unseen(MINUTE_MS);

  await push({ "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- nothing\n" });

  expect(stage.sandbox.world.comments(APP, 12)).toEqual([]);
});

test("one of Minutebook's issues that is not found by its number yet is not opened again", async () => {
  await push({ [PATH]: minutes([TODO]) });
  stage.sandbox.faults.unseen(MINUTE_MS);
  stage.sandbox.faults.lag(MINUTE_MS);

  await push({ [PATH]: minutes([TODO.replace("TODO", "DONE")]), "meetings/2026-01-06.md": minutes([TODO]) });

  expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
});

test("what a person deleted a moment ago stays deleted", async () => {
  const { world } = stage.sandbox;
  await push({ [PATH]: minutes([TODO]) });
  const [comment] = world.comments(APP, 11);
  if (comment !== undefined) await world.deleteComment(comment, { by: "ada" });

  await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });

  expect(bodies()).toEqual([]);
});

test("a commit that GitHub cannot show yet is waited for", async () => {
  await push({ [PATH]: minutes([TODO]) });
  time += 10 * MINUTE_MS;
  stage.sandbox.faults.unseen(MINUTE_MS);

  await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });

  expect(bodies()).toEqual([expect.stringContaining("on Mondays")]);
  expect(stage.sandbox.world.checkRuns(MINUTES).at(-1)).toMatchObject({ conclusion: "success" });
});

test("the commit before, which GitHub loses sight of for a moment, is not gone", async () => {
  await push({ [PATH]: minutes([TODO]) });
  const before = stage.sandbox.world.head(MINUTES);
  stage.sandbox.faults.add({
    match: "repos/compare-commits-with-basehead",
    times: 1,
    fault: { kind: "error", when: "before", status: 404 },
  });
  stage.sandbox.faults.add({
    match: ({ operation, path }) => operation === "git/get-tree" && path.includes(before),
    times: 1,
    fault: { kind: "error", when: "before", status: 404 },
  });

  await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });

  expect(bodies()).toEqual([expect.stringContaining("on Mondays")]);
});

test("the commits of a pull request, which GitHub cannot compare yet, are waited for", async () => {
  const { world } = stage.sandbox;
  stage.sandbox.faults.unseen(MINUTE_MS);

  await world.push(MINUTES, { [PATH]: minutes([TODO]) }, { branch: "proposal" });
  await world.openPull(MINUTES, { head: "proposal", base: "main", title: "Minutes" }, { by: "ada" });
  await stage.settle();

  expect(world.checkRuns(MINUTES).map(({ conclusion }) => conclusion)).toEqual(["success"]);
});
