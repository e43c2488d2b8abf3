import type { StepResult } from "../../github/apply/result.ts";

/** Steps that should be tried again; the queue does that. */
export class StepsLeftError extends Error {
  override readonly name = "StepsLeftError";
  /** How long GitHub asked us to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(steps: readonly StepResult[], retryAfterSeconds: number | null) {
    const causes = [...new Set(steps.map(({ cause }) => cause?.text ?? ""))].join("; ");
    super(`${steps.length} ${steps.length === 1 ? "step is" : "steps are"} to be tried again: ${causes}`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
