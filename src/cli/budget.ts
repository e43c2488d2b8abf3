import { Option } from "commander";
import { commandLineError } from "../messages/command-line-errors.ts";
import { runWatched } from "../pipeline/workers/watched.ts";
import { type Budget, DEFAULT_BUDGET, WorkError } from "../pipeline/workers/work-error.ts";
import { CliError, invalidArgument } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";

export interface BudgetOptions {
  /** How long one file may take to be read, and a plan to be made. */
  readonly readSeconds?: number;
}

/** `--read-seconds SECONDS` */
export function readSecondsOption(): Option {
  return new Option(
    "--read-seconds <seconds>",
    "how long one file may take to be read, and a plan to be made (default: READ_SECONDS, or 10)",
  ).argParser((value) => {
    const seconds = parseSeconds(value);
    if (seconds !== null) return seconds;
    throw invalidArgument(commandLineError("not-seconds"));
  });
}

/** What one file may take on the command line. */
export function budgetOf({ readSeconds }: BudgetOptions, { env }: Pick<Io, "env">): Budget {
  const seconds = readSeconds ?? (env.READ_SECONDS ? parseSeconds(env.READ_SECONDS) : DEFAULT_BUDGET.seconds);
  if (seconds !== null) return { ...DEFAULT_BUDGET, seconds };
  throw new CliError(
    commandLineError("invalid-read-seconds", { value: env.READ_SECONDS ?? "" }),
    exitCodes.usage,
  );
}

/** Makes a plan, or a part of it, within the budget. Throws a `CliError` where that does not suffice. */
export function planWithin<Result>(budget: Budget, work: () => Result): Result {
  try {
    return runWatched(work, budget);
  } catch (error) {
    if (!(error instanceof WorkError) || error.failure === "failed") throw error;
    throw new CliError(commandLineError("plan-over-budget", { reason: error.message }));
  }
}

function parseSeconds(value: string): number | null {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
