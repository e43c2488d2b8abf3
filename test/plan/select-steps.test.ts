import { describe, expect, test } from "@jest/globals";
import { keysOfSteps, withSteps } from "../../src/plan/select-steps.ts";
import { config, fileOf, plan, repositoryOf, snapshotOf, summaryOf, TARGET, threadOf } from "./builders.ts";

const made = plan([fileOf("# Team\n\n- #1 crashes\n- #2 hangs\n  - TODO: Mona to bisect the hang\n")], {
  config: { ...config, labels: { ...config.labels, removeWhenDiscussed: ["agenda"] } },
  snapshot: snapshotOf(
    repositoryOf({
      labels: [],
      threads: { "1": threadOf(1, { labels: ["agenda"] }), "2": threadOf(2) },
    }),
  ),
});

const ALL = [
  "create label meeting-action",
  "create issue Bisect the hang",
  `create comment ${TARGET}#1`,
  `create comment ${TARGET}#2`,
  "delete unlabel #1 agenda",
];

/** What is done once these numbers are chosen. */
function doneFor(...numbers: readonly number[]): readonly string[] {
  const part = withSteps(made, keysOfSteps(made, numbers) ?? []);
  return summaryOf(part).filter((step) => !step.startsWith("skip"));
}

test("the plan of this test", () => {
  expect(summaryOf(made)).toEqual(ALL);
});

describe("of a plan's changes", () => {
  test("those are done that are chosen, and the others are skipped with a reason", () => {
    const part = withSteps(made, keysOfSteps(made, [3]) ?? []);

    expect(doneFor(3)).toEqual([ALL[2]]);
    expect(part.steps.filter(({ action }) => action === "skip").map(({ reason }) => reason.code)).toEqual(
      Array(4).fill("not-approved"),
    );
  });

  test("an issue brings its labels, and a label that comes off brings the comment before it", () => {
    expect(doneFor(2)).toEqual([ALL[0], ALL[1]]);
    expect(doneFor(5)).toEqual([ALL[2], ALL[4]]);
  });

  test("all are done where all are chosen", () => {
    expect(doneFor(1, 2, 3, 4, 5)).toEqual(ALL);
  });

  test("a number that no change has chooses nothing", () => {
    expect(keysOfSteps(made, [1, 6])).toBeNull();
    expect(keysOfSteps(made, [0])).toBeNull();
  });
});
