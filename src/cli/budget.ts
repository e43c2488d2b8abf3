import { InvalidArgumentError, Option } from "commander";
import { runWatched } from "../pipeline/workers/watched.ts";
import { type Budget, DEFAULT_BUDGET, WorkError } from "../pipeline/workers/work-error.ts";
import { CliError } from "./errors.ts";
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
    throw new InvalidArgumentError("Expected a number of seconds above 0.");
  });
}

/** What one file may take on the command line. */
export function budgetOf({ readSeconds }: BudgetOptions, { env }: Pick<Io, "env">): Budget {
  const seconds = readSeconds ?? (env.READ_SECONDS ? parseSeconds(env.READ_SECONDS) : DEFAULT_BUDGET.seconds);
  if (seconds !== null) return { ...DEFAULT_BUDGET, seconds };
  throw new CliError(
    `Unexpected READ_SECONDS="${env.READ_SECONDS}", expected a number of seconds above 0.`,
    exitCodes.usage,
  );
}

/** Makes a plan, or a part of it, within the budget. Throws a `CliError` where that does not suffice. */
export function planWithin<Result>(budget: Budget, work: () => Result): Result {
  try {
    return runWatched(work, budget);
  } catch (error) {
    if (!(error instanceof WorkError) || error.failure === "failed") throw error;
    throw new CliError(`The plan for these minutes ${error.message} to make. Plan fewer of them at once.`);
  }
}

function parseSeconds(value: string): number | null {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
