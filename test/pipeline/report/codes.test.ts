import { expect, test } from "@jest/globals";
import { countWords } from "../../../src/pipeline/report/counts.ts";
import { reportPreview } from "../../../src/pipeline/report/preview.ts";
import { reportWaiting } from "../../../src/pipeline/report/waiting.ts";
import { shownPlan } from "../../../src/pipeline/report/shown.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { config, fileOf, plan, repositoryOf, snapshotOf, threadOf } from "../../plan/builders.ts";

const SOURCE = "# Team meeting Monday 2021-03-04\n\n- #1 crashes\n- #2 is loud\n";
const threads = { "1": threadOf(1), "2": threadOf(2, { locked: true }) };
const snapshot = snapshotOf(repositoryOf({ threads }));

test("annotations carry the codes of notices and of what is skipped", () => {
  const made = plan([fileOf(SOURCE)], { snapshot });

  expect(reportPreview(made.commit, made, []).annotations).toMatchObject([
    { level: "warning", line: 1, code: "weekday-mismatch" },
    { level: "notice", line: 4, code: "thread-locked" },
  ]);
});

test("a plan over its limits gives no numbers where some of it may not be shown, whatever the text", () => {
  const limits = { comments: 0, issues: 0 };
  const made = plan([fileOf(SOURCE)], { snapshot, config: { ...config, limits } });
  const hidden: Plan = {
    ...made,
    approval: { ...made.approval, reason: { ...made.approval.reason!, text: "Reworded." } },
    steps: made.steps.map((step) => ({ ...step, confidential: true })),
  };

  expect(shownPlan(made).approval.reason).toMatchObject({
    code: "over-limits",
    values: { excess: "1 new comment (limit 0)" },
  });
  expect(shownPlan(hidden).approval.reason).toEqual({
    code: "over-limits-unshown",
    values: {},
    text: "Waiting for approval: the push exceeds `limits`.",
  });
  expect(reportWaiting(hidden, { hash: "a1" }).summary).not.toContain("limit 0");
});

test.each([
  [[], null],
  [
    ["skipped", "unchanged", "updated", "created", "unchanged"],
    "1 created, 1 updated · 2 unchanged · 1 skipped",
  ],
  [["failed", "closed"], "1 closed, 1 failed"],
  [["unchanged"], "1 unchanged"],
] as const)("the sum of %j is %j", (words, sum) => {
  expect(countWords(words)).toBe(sum);
});
