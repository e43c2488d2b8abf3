import type { CheckRun } from "../../github/check-run.ts";
import type { Plan } from "../../plan/plan.ts";
import { annotationsOf } from "./annotations.ts";
import { foldedBodies } from "./bodies.ts";
import { countWords } from "./counts.ts";
import { stepsTable } from "./steps-table.ts";

/** A plan that a person has to approve before anything is posted. */
export function reportWaiting(plan: Plan): CheckRun {
  return {
    id: null,
    commit: plan.commit,
    conclusion: "action_required",
    title: `Waits for approval: ${countWords(plan.steps.map(({ action }) => action)) ?? "nothing to do"}`,
    summary: `${plan.approval.reason}\n\n${stepsTable(plan.steps)}`,
    text: foldedBodies(plan.steps),
    annotations: annotationsOf(plan.notices),
    buttons: [
      { label: "Post this", description: "Posts what the plan says, as it is then.", identifier: "apply" },
    ],
    externalId: "push",
  };
}
