import { describe, expect, test } from "@jest/globals";
import type { StepAction } from "../../src/plan/plan.ts";
import { isChange, STEP_ACTIONS } from "../../src/plan/step-actions.ts";

describe("isChange", () => {
  test("is true for each action but those that leave GitHub as it is", () => {
    const actions = Object.keys(STEP_ACTIONS) as StepAction[];

    expect(actions.filter((action) => !isChange({ action }))).toEqual(["keep", "skip"]);
    expect(actions.filter((action) => isChange({ action }))).toEqual([
      "create",
      "update",
      "close",
      "reopen",
      "delete",
    ]);
  });
});
