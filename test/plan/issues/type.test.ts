import { expect, test } from "@jest/globals";
import { describeDetails } from "../../../src/plan/text/describe-step.ts";
import { applied, config, fileOf, issuesOf, plan, repositoryOf, SECOND, snapshotOf } from "../builders.ts";

const SOURCE = "# Team meeting 2021-03-04\n\nPresent: Mona\n\n- TODO: Mona to translate the landing page\n";

const typed = { ...config, actions: { ...config.actions, type: "Task" } };

test("a new issue has the configured type, and the plan says so", () => {
  const [step] = issuesOf(plan([fileOf(SOURCE)], { config: typed }));

  expect(step).toMatchObject({ action: "create", type: "Task" });
  expect(step === undefined ? "" : describeDetails(step)).toContain("of type Task");
});

test("without a configured type, no step names one", () => {
  expect(issuesOf(plan([fileOf(SOURCE)]))[0]).not.toHaveProperty("type");
});

test("an issue that is open keeps the type that it has", () => {
  const state = applied(repositoryOf(), plan([fileOf(SOURCE)], { config: typed }));
  const edited = SOURCE.replace("landing page", "whole landing page");

  const steps = issuesOf(
    plan([fileOf(edited, SOURCE)], { config: typed, snapshot: snapshotOf(state), commit: SECOND }),
  );

  expect(steps).toMatchObject([{ action: "update" }]);
  expect(steps[0]).not.toHaveProperty("type");
});
