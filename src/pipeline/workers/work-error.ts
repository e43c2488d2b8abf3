import { CodedError, errorText } from "../../messages/coded-error.ts";
import type { Message } from "../../messages/message.ts";
import { pipelineError } from "../../messages/pipeline-errors.ts";

/**
 * - `time`, `memory`, `result`: it went over its budget.
 * - `stack`: it nests too deeply.
 * - `ended`: it took its thread down.
 * - `failed`: it threw, which is a bug.
 * - `all`: it was not begun: what came before it took all the time.
 */
export type WorkFailure = "time" | "memory" | "result" | "stack" | "ended" | "failed" | "all";

/** What one piece of work may take. */
export interface Budget {
  readonly seconds: number;
  readonly memoryMiB: number;
}

/** What comes back from a piece of work may be no larger. */
export const MAX_RESULT_MIB = 32;

export const DEFAULT_BUDGET: Budget = { seconds: 10, memoryMiB: 256 };

/** Work on somebody's text that was not finished. The same text would come to the same again. */
export class WorkError extends CodedError {
  override readonly name = "WorkError";
  readonly failure: WorkFailure;

  constructor(failure: WorkFailure, budget: Budget, cause: unknown = null) {
    super(messageOf(failure, budget, cause), { cause });
    this.failure = failure;
  }
}

/** No thread could be started: the machine has too much to do, or too little memory. Later it may be otherwise. */
export class NoThreadError extends CodedError {
  override readonly name = "NoThreadError";

  constructor(options?: ErrorOptions) {
    super(pipelineError("no-thread"), options);
  }
}

function messageOf(failure: WorkFailure, { seconds, memoryMiB }: Budget, cause: unknown): Message {
  switch (failure) {
    case "time":
      return pipelineError("work-time", { seconds });
    case "memory":
      return pipelineError("work-memory", { memory: memoryMiB });
    case "result":
      return pipelineError("work-result", { maximum: MAX_RESULT_MIB });
    case "stack":
      return pipelineError("work-stack");
    case "ended":
      return pipelineError("work-ended");
    case "all":
      return pipelineError("work-all", { seconds });
    case "failed":
      return pipelineError("work-failed", { reason: errorText(cause) });
  }
}
