import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readRegistration } from "../app/registration.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
  await stage.settle();
}

const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);

const tries = (operation: string): number =>
  stage.sandbox.requests.filter((request) => request.operation === operation).length;

describe("what GitHub refuses", () => {
  // A 403 may be of a token from before a permission was granted: it is tried once more with a new one.
  test.each([
    [403, 2],
    [404, 1],
    [410, 1],
    [422, 1],
  ])(
    "with %i is tried %i times at most, and is a reason on the check run; the rest is posted",
    async (status, times) => {
      buildHarbour(stage.sandbox);
      stage.sandbox.faults.add({
        match: "issues/create-comment",
        times: Number.POSITIVE_INFINITY,
        fault: { kind: "error", when: "before", status },
      });

      await push();

      expect(tries("issues/create-comment")).toBe(times);
      expect(stage.log.join("")).not.toContain("A job is to be tried again");
      expect(lastRun()).toMatchObject({
        conclusion: "failure",
        text: expect.stringContaining(String(status)),
        actions: [
          expect.objectContaining({ identifier: "retry" }),
          expect.objectContaining({ identifier: "undo" }),
        ],
      });
      expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
      expect(stage.sandbox.world.milestone(APP, "2.1")?.description).toContain("2026-01-05");
    },
  );

  test("for want of a permission names it, and says where an owner grants it", async () => {
    buildHarbour(stage.sandbox);
    const { permissions = {} } = readRegistration();
    const [installation] = stage.sandbox.state.installations.values();
    if (installation === undefined) throw new Error("The app is not installed.");
    installation.permissions = { ...permissions, issues: "read", pull_requests: "read" };

    await push();

    expect(stage.log.join("")).not.toContain("A job is to be tried again");
    expect(lastRun()).toMatchObject({
      conclusion: "failure",
      text: expect.stringMatching(
        /It needs issues: write: an owner grants it in the settings of the organization or account, under "GitHub Apps"/,
      ),
    });
    expect(stage.sandbox.world.comments(APP, 11)).toEqual([]);

    installation.permissions = permissions;
    // Tokens that were given out before keep what they were given, for an hour at most.
    await stage.restartWithNothing();
    const run = lastRun();
    if (run === undefined) throw new Error("There is no check run.");
    await stage.sandbox.world.pressButton(run, "retry", { by: "ada" });
    await stage.settle();
    expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  });
});
