import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;
/** How long the app has waited, in milliseconds. */
let waited = 0;
/** What happens when it waits for the first time. */
let onWait: () => void = () => undefined;

beforeEach(async () => {
  waited = 0;
  const wait = async (milliseconds: number) => {
    waited += milliseconds;
    onWait();
    onWait = () => undefined;
  };
  stage = await setStage({ wait }, { patienceMs: 3000 });
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
  await stage.settle();
}

/** What an undisturbed push leaves. */
function expectAllOnce(): void {
  const { world } = stage.sandbox;
  expect(world.comments(APP, 11)).toHaveLength(1);
  expect(world.issues(APP)).toHaveLength(3);
  expect(world.milestone(APP, "2.1")?.description).toContain("2026-01-05");
  expect(world.checkRuns(MINUTES).at(-1)).toMatchObject({ conclusion: "success" });
}

describe("GitHub breaking down while a push is worked on", () => {
  test.each([
    "issues/create-comment",
    "issues/create",
    "issues/update-milestone",
    "graphql",
    "repos/compare-commits-with-basehead",
  ])("before it does %s: all is posted once", async (match) => {
    stage.sandbox.faults.add({ match, times: 2, fault: { kind: "error", when: "before", status: 502 } });

    await push();

    expectAllOnce();
  });

  test.each(["issues/create-comment", "issues/create", "issues/create-label", "issues/update-milestone"])(
    "after it has done %s: what it did is found, and nothing is posted twice",
    async (match) => {
      stage.sandbox.faults.add({ match, times: 1, fault: { kind: "error", when: "after", status: 502 } });

      await push();

      expectAllOnce();
    },
  );

  test("cutting the connection after it has posted: nothing is posted twice", async () => {
    stage.sandbox.faults.add({
      match: "issues/create-comment",
      times: 1,
      fault: { kind: "cut", when: "after" },
    });

    await push();

    expectAllOnce();
  });

  test.each([
    ["before", "issues/create-comment"],
    ["after", "issues/create-comment"],
    ["after", "issues/create"],
  ] as const)("hanging %s it has done %s: the app gives up, and all is posted once", async (when, match) => {
    stage.sandbox.faults.add({ match, fault: { kind: "hang", when } });

    await push();

    expectAllOnce();
  });

  test("not taking the report at first: it comes anyway", async () => {
    stage.sandbox.faults.add({ match: "checks/create", times: 4, fault: { kind: "error", when: "before" } });

    await push();

    expectAllOnce();
  });

  test("showing what it has posted only seconds later: it is waited for", async () => {
    const { faults, state } = stage.sandbox;
    faults.add({ match: "issues/create", fault: { kind: "error", when: "after", status: 502 } });
    const begun = state.now();
    // As long as the app waits before it tries again.
    state.isHidden = (createdAt) => createdAt > begun && waited < 5000;

    await push();

    expectAllOnce();
  });

  test("having posted, before many others write and one copies ours: it is looked for on all pages, by its author", async () => {
    const { faults, world } = stage.sandbox;
    faults.add({ match: "issues/create-comment", fault: { kind: "error", when: "after", status: 502 } });
    onWait = () => {
      const thread = world.thread(APP, 11);
      const [ours] = thread.comments;
      for (let count = 0; count < 120; count += 1) {
        world.addComment(thread, count === 60 ? (ours?.body ?? "") : "Me too.", { author: "visitor" });
      }
    };

    await push();

    const ours = world.comments(APP, 11).filter(({ author }) => author?.__typename === "Bot");
    expect(ours).toHaveLength(1);
    expect(world.comments(APP, 11)).toHaveLength(121);
    await world.push(MINUTES, { [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });
    await stage.settle();
    expect(ours[0]?.body).toContain("on Mondays");
  });

  test.each(["primary-limit", "secondary-limit"] as const)(
    "limiting us (%s): it continues by itself",
    async (kind) => {
      stage.sandbox.faults.add({ match: "issues/create-comment", times: 1, fault: { kind } });

      await push();

      expectAllOnce();
    },
  );

  test("for long: the rest is posted, what failed is reported and comes with the next try", async () => {
    stage.sandbox.faults.add({
      match: "issues/update-milestone",
      times: 5,
      fault: { kind: "error", when: "before", status: 503 },
    });

    await push();

    expect(stage.sandbox.world.checkRuns(MINUTES)[0]).toMatchObject({ conclusion: "neutral" });
    expectAllOnce();
  });
});
