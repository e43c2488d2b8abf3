import { CodedError } from "../../messages/coded-error.ts";
import { pipelineError } from "../../messages/pipeline-errors.ts";
import type { ReadingTools } from "../tools.ts";
import type { TaskInput, TaskResult } from "./tasks.ts";
import { WorkError } from "./work-error.ts";

/** A plan that could not be made within its budget. The same minutes would come to the same again. */
export class PlanningError extends CodedError {
  override readonly name = "PlanningError";
  /** The head that it was to be made for, where it was all of a push. */
  head?: { readonly source: string; readonly commit: string };
}

type PlanningTask = "snapshotRequest" | "withdrawalRequest" | "undoRequest" | "makePlan" | "impliedSteps";

/** @throws PlanningError where the budget does not suffice for the whole plan */
export async function runPlanning<Name extends PlanningTask>(
  { workers, signal }: ReadingTools,
  name: Name,
  input: TaskInput<Name>,
): Promise<TaskResult<Name>> {
  try {
    return await workers.run(name, input, signal);
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    throw new PlanningError(pipelineError("planning-over-budget", { reason: error.message }), {
      cause: error,
    });
  }
}
