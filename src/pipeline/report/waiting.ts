import type { CheckRun } from "../../github/check-run.ts";
import type { Plan } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { annotationsOf } from "./annotations.ts";
import { foldedBodies } from "./bodies.ts";
import { BUTTONS } from "./buttons.ts";
import { renderExternalId } from "./external-id.ts";
import { stepsTable } from "./steps-table.ts";

/** A plan that a person has to approve before anything is posted. */
export function reportWaiting(plan: Plan): CheckRun {
  return {
    commit: plan.commit,
    conclusion: "action_required",
    title: `Waits for approval: ${countSteps(plan)}`,
    summary: `${plan.approval.reason}\n\n${stepsTable(plan.steps)}`,
    text: foldedBodies(plan.steps),
    annotations: annotationsOf(plan.notices),
    buttons: [BUTTONS.apply],
    externalId: renderExternalId(plan),
  };
}
