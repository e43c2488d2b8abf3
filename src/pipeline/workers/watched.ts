import { createContext, Script } from "node:vm";
import { type Budget, WorkError } from "./work-error.ts";

const CALL = new Script("work()");

/** Node's watchdog ends scripts that take too long, and what they call. */
const context = createContext({ work: () => undefined as unknown });

/**
 * Does something on this thread, which is blocked meanwhile, and breaks it off after a while. For the command line,
 * where nobody else waits: a thread of its own would take longer to start than most files take to be read.
 *
 * @throws WorkError where the time does not suffice, or the work fails
 */
export function runWatched<Result>(work: () => Result, budget: Budget): Result {
  context.work = work;
  try {
    return CALL.runInContext(context, { timeout: Math.max(1, Math.round(budget.seconds * 1000)) });
  } catch (error) {
    throw new WorkError(failureOf(error), budget, error);
  } finally {
    context.work = undefined;
  }
}

function failureOf(error: unknown): "time" | "stack" | "failed" {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return "time";
  return error instanceof RangeError && /call stack/i.test(message ?? "") ? "stack" : "failed";
}
