import type { Config } from "../../config/config.ts";
import { GitHubError, isTransient } from "../../github/errors.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Head } from "../../github/port.ts";
import { applyFile, countChanges, planFile } from "../../pipeline/backfill/apply-file.ts";
import type { BackfillFile } from "../../pipeline/backfill/find-files.ts";
import type { Assumed } from "../../pipeline/backfill/assume-done.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { describeStep } from "../../plan/text/describe-step.ts";

/** What one file is planned and applied with. */
export interface FileTools extends Pick<Assumed, "assume"> {
  readonly tools: PipelineTools;
  readonly head: Head;
  readonly commit: string;
  readonly config: Config;
  readonly dryRun: boolean;
}

/** What became of one try. */
export interface Tried {
  readonly outcome: "planned" | "done" | "refused" | "again" | "over-budget";
  /** Changes on GitHub, planned or done. */
  readonly changes: number;
  /** What is done and what is left alone, as the plan counts it. */
  readonly plan: string;
  readonly failed: readonly Failure[];
  /** For `again`: how long GitHub asked us to wait. */
  readonly retryAfterSeconds: number | null;
}

export interface Failure {
  readonly step: string;
  readonly cause: string;
}

/**
 * Plans one file and does what the plan says, if it changes no more than the budget allows.
 *
 * @throws GitHubError where GitHub refuses to be asked at all
 */
export async function tryFile(
  { tools, head, commit, config, dryRun, assume }: FileTools,
  { path }: BackfillFile,
  budget: number | null,
): Promise<Tried> {
  try {
    const plan = await planFile(tools, { head, commit, config, path });
    const changes = countChanges(plan);
    const told = { plan: countSteps(plan), failed: [], retryAfterSeconds: null };
    if (budget !== null && changes > budget) return { ...told, outcome: "over-budget", changes };
    if (dryRun) {
      assume(plan);
      return { ...told, outcome: "planned", changes };
    }
    const { done, refused, left, retryAfterSeconds } = await applyFile(tools, plan);
    // From here on the ledger knows what this run has posted, and nothing of it has to be looked for.
    await tools.ledger.saveHead(head.name, commit);
    return {
      ...told,
      outcome: left.length > 0 ? "again" : refused.length > 0 ? "refused" : "done",
      changes: done.length,
      failed: [...refused, ...left].map(toFailure),
      retryAfterSeconds,
    };
  } catch (error) {
    if (tools.signal.aborted)
      return { outcome: "again", changes: 0, plan: "not planned", failed: [], retryAfterSeconds: null };
    if (error instanceof PlanningError) {
      const failed = [{ step: "plan", cause: error.message }];
      return { outcome: "refused", changes: 0, plan: "not planned", failed, retryAfterSeconds: null };
    }
    if (!(error instanceof GitHubError) || !isTransient(error)) throw error;
    const failed = [{ step: "plan", cause: error.message }];
    const { retryAfterSeconds } = error;
    return { outcome: "again", changes: 0, plan: "not planned", failed, retryAfterSeconds };
  }
}

function toFailure({ step, cause }: StepResult): Failure {
  return { step: describeStep(step), cause: cause?.text ?? "" };
}
