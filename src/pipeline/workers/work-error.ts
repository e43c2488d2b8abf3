/**
 * - `time`, `memory`, `result`: it went over its budget.
 * - `stack`: it nests too deeply.
 * - `ended`: it took its thread down.
 * - `failed`: it threw, which is a mistake of ours.
 * - `all`: it was not begun, since what came before it took all the time that there was.
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
export class WorkError extends Error {
  override readonly name = "WorkError";
  readonly failure: WorkFailure;

  constructor(failure: WorkFailure, budget: Budget, cause: unknown = null) {
    super(describe(failure, budget, cause), { cause });
    this.failure = failure;
  }
}

/** No thread could be started: the machine has too much to do, or too little memory. Later it may be otherwise. */
export class NoThreadError extends Error {
  override readonly name = "NoThreadError";
}

/** The end of a sentence about a file or a plan: "took longer than 10 s". */
function describe(failure: WorkFailure, { seconds, memoryMiB }: Budget, cause: unknown): string {
  switch (failure) {
    case "time":
      return `took longer than ${seconds} s`;
    case "memory":
      return `took more than ${memoryMiB} MiB of memory`;
    case "result":
      return `came to more than ${MAX_RESULT_MIB} MiB`;
    case "stack":
      return "was nested too deeply";
    case "ended":
      return "ended its thread";
    case "all":
      return `took, with what was read before it, longer than ${seconds} s`;
    case "failed":
      return `failed (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}
