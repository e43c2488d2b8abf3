import { describe, expect, test } from "@jest/globals";
import { hashPlan } from "../../src/plan/plan-hash.ts";
import type { Plan, Step } from "../../src/plan/plan.ts";
import { fileOf, milestoneOf, plan, repositoryOf, snapshotOf } from "./builders.ts";

const SOURCE = `# Team meeting 2021-03-04

- #1 crashes
  - DECISION: #1 will go in 1.1
  - TODO: Mona to bisect the crash
`;

const made = plan([fileOf(SOURCE)], {
  snapshot: snapshotOf(repositoryOf({ milestones: [milestoneOf("1.1")] })),
});
const hash = hashPlan(made, "mode: review");

function change(kind: Step["kind"], fields: object): Plan {
  return { ...made, steps: made.steps.map((step) => (step.kind === kind ? { ...step, ...fields } : step)) };
}

describe("the hash that an approval is for is another one", () => {
  test.each<[string, Plan]>([
    ["commit", { ...made, commit: "f".repeat(40) }],
    ["repository", { ...made, repository: "octo-org/other" }],
    ["text of a comment", change("comment", { body: "Other words." })],
    ["place of a comment", change("comment", { commentId: 5 })],
    ["title of an issue", change("issue", { title: "Other" })],
    ["text of an issue", change("issue", { body: "Other words." })],
    ["assignee", change("issue", { assignees: ["hubot"] })],
    ["label", change("issue", { labels: ["urgent"] })],
    ["note on a milestone", change("milestone", { description: "" })],
    ["step less", { ...made, steps: made.steps.slice(1) }],
    ["step twice", { ...made, steps: [...made.steps, ...made.steps.slice(0, 1)] }],
    ["deletion", change("comment", { action: "delete", body: null })],
  ])("with another %s", (_what, other) => {
    expect(hashPlan(other, "mode: review")).not.toBe(hash);
  });

  test("with another configuration", () => {
    expect(hashPlan(made, "mode: auto")).not.toBe(hash);
  });
});

describe("the hash that an approval is for stays", () => {
  const [first] = made.steps;
  if (first === undefined) throw new Error("There is no step.");

  test.each<[string, Plan]>([
    ["what is left alone", { ...made, steps: [...made.steps, { ...first, action: "skip" }] }],
    ["what stands already", { ...made, steps: [{ ...first, action: "keep" }, ...made.steps] }],
    ["the reasons", change("comment", { reason: { code: "unchanged", values: {}, text: "Because." } })],
    ["the version of the plan's form", { ...made, version: 3 as unknown as Plan["version"] }],
    ["the order of steps", { ...made, steps: made.steps.toReversed() }],
    ["the commit that was applied last", { ...made, before: "1".repeat(40) }],
    ["notices", { ...made, notices: [] }],
  ])("whatever becomes of %s", (_what, other) => {
    expect(hashPlan(other, "mode: review")).toBe(hash);
  });

  test("whatever people write around a note on a milestone", () => {
    const around = (text: string | null) => (text === null ? null : `Their words.\n\n${text}`);
    const steps = made.steps.map((step) =>
      step.kind === "milestone"
        ? { ...step, before: around(step.before), description: around(step.description) }
        : step,
    );

    expect(hashPlan({ ...made, steps }, "mode: review")).toBe(hash);
  });
});
