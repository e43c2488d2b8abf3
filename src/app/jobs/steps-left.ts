import { CodedError } from "../../messages/coded-error.ts";
import { gitHubMessage } from "../../messages/github-errors.ts";
import { counted } from "../../messages/message.ts";
import type { StepResult } from "../../github/apply/result.ts";

/** Steps to be retried; the queue does that. */
export class StepsLeftError extends CodedError {
  override readonly name = "StepsLeftError";
  /** How long GitHub asked us to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(steps: readonly StepResult[], retryAfterSeconds: number | null) {
    const causes = [...new Set(steps.map(({ cause }) => cause?.text ?? ""))].join("; ");
    super(gitHubMessage("steps-left", { steps: counted(steps.length, "step"), causes }));
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
