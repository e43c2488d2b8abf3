import { appError } from "../messages/app-errors.ts";
import { CodedError } from "../messages/coded-error.ts";
import { type Budget, DEFAULT_BUDGET } from "../pipeline/workers/work-error.ts";
import { GITHUB_PACE, type Pace } from "../github/pace.ts";

/** What an operator sets, besides what Probot reads by itself. */
export interface Settings {
  readonly pace: Pace;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
  readonly queue: {
    /** How many jobs run at a time. */
    readonly concurrency: number;
    /** How long a job rests whose process died. */
    readonly recoverySeconds: number;
  };
  readonly reading: {
    /** What reading one file, or making one plan, may take. */
    readonly budget: Budget;
    /** How many threads read and plan. 0: as many as suit the machine. */
    readonly threads: number;
  };
}

/** As `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `CONTENT_PER_MINUTE`, `CONTENT_PER_HOUR`, `GITHUB_HOST_ALIASES`, `JOBS_AT_ONCE`, `RECOVERY_SECONDS`,
 * `READ_SECONDS`, `READ_MEMORY_MIB` and `READ_THREADS`. A GitHub Enterprise Server has no limits unless its
 * administrators set some, so none are kept there by default.
 *
 * @throws CodedError where a value is no number
 */
export function readSettings(env: Environment): Settings {
  const usual = env.GHE_HOST ? { perMinute: 0, perHour: 0 } : GITHUB_PACE;
  return {
    pace: {
      perMinute: readCount(env, "CONTENT_PER_MINUTE") ?? usual.perMinute,
      perHour: readCount(env, "CONTENT_PER_HOUR") ?? usual.perHour,
    },
    queue: {
      concurrency: readCount(env, "JOBS_AT_ONCE") || 10,
      recoverySeconds: readCount(env, "RECOVERY_SECONDS") ?? 15,
    },
    reading: {
      budget: {
        seconds: readCount(env, "READ_SECONDS") || DEFAULT_BUDGET.seconds,
        memoryMiB: readCount(env, "READ_MEMORY_MIB") || DEFAULT_BUDGET.memoryMiB,
      },
      threads: readCount(env, "READ_THREADS") ?? 0,
    },
    hostAliases: (env.GITHUB_HOST_ALIASES ?? "").split(/[\s,]+/).filter((host) => host !== ""),
  };
}

function readCount(env: Environment, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new CodedError(appError("invalid-count", { name, value: text }));
}

/**
 * Reads `HOST` and `PORT`: where it listens.
 *
 * @throws CodedError where the port is none
 */
export function readAddress(env: Environment): { readonly host: string; readonly port: number } {
  const port = readCount(env, "PORT") ?? 3000;
  if (port > 65_535) throw new CodedError(appError("invalid-port", { value: port }));
  return { host: env.HOST || "localhost", port };
}
