import { applyPlan } from "../github/apply/apply-plan.ts";
import type { ApplyResult, StepResult } from "../github/apply/result.ts";
import type { Head, Range } from "../github/port.ts";
import type { Plan } from "../plan/plan.ts";
import { logResult } from "./log-result.ts";
import type { Prepared } from "./prepare.ts";
import type { PipelineTools } from "./tools.ts";
import { isOfferedBack, type Offered, writeBack } from "./write-back/write-back.ts";

/** Does what a plan says; each step is logged and counted. */
export async function applyPush(tools: PipelineTools, plan: Plan): Promise<ApplyResult> {
  const onResult = (result: StepResult) => {
    if (!tools.isLogPublic || !result.step.confidential) logResult(tools.log, result);
    tools.countStep?.(result.step.kind, result.step.action, result.outcome);
  };
  return applyPlan(plan, { ...tools, onResult });
}

/** Offers back to the minutes what came of them, if the team wants that. */
export async function offerBack(
  tools: PipelineTools,
  { input, head, range }: Pick<Prepared, "input"> & { readonly head: Head; readonly range: Range },
  results: readonly StepResult[],
): Promise<Offered> {
  const { config, snapshot, files } = input;
  if (!isOfferedBack(config, null)) return { offers: [], transient: null };
  return writeBack(tools, { head, range, config, files, snapshot, results });
}
