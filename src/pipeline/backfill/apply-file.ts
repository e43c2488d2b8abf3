import type { Config } from "../../config/config.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Head } from "../../github/port.ts";
import type { Plan } from "../../plan/plan.ts";
import { changesOf } from "../../plan/step-actions.ts";
import { applyPush } from "../apply-push.ts";
import { preparePlan } from "../prepare.ts";
import type { PipelineTools, PlanningTools } from "../tools.ts";

/** Minutes that are being filled in: as they are at one commit. */
export interface OldMinutes {
  readonly head: Head;
  readonly commit: string;
  readonly config: Config;
  readonly path: string;
}

/** The plan for one file of old minutes, as if it had just been added. */
export async function planFile(
  tools: PlanningTools,
  { head, commit, config, path }: OldMinutes,
): Promise<Plan> {
  const range = { before: null, commit: commit };
  const moves = [{ now: path, before: null }];
  return (await preparePlan(tools, { head, config, range, moves, mayBeGone: true })).plan;
}

/** What became of one file. */
export interface FileOutcome {
  readonly done: readonly StepResult[];
  /** GitHub refused these; they would be refused again. */
  readonly refused: readonly StepResult[];
  /** These should be tried again later. */
  readonly left: readonly StepResult[];
  readonly retryAfterSeconds: number | null;
}

/** Does what the plan of one file says. Approval was given by whoever asked for the backfill. */
export async function applyFile(tools: PipelineTools, plan: Plan): Promise<FileOutcome> {
  const { steps, retryAfterSeconds } = await applyPush(tools, plan);
  const failed = steps.filter(({ outcome }) => outcome === "failed");
  return {
    done: steps.filter(({ outcome }) => outcome === "done"),
    refused: failed.filter(({ transient }) => !transient),
    left: failed.filter(({ transient }) => transient),
    retryAfterSeconds,
  };
}

/** How much a plan would change on GitHub. */
export function countChanges(plan: Plan): number {
  return changesOf(plan).length;
}
