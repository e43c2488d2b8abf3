import { setTimeout as sleep } from "node:timers/promises";
import { connectToken } from "../github/connect-token.ts";
import { apiUrl } from "../github/token-octokit.ts";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { readConfiguration } from "../pipeline/configuration.ts";
import type { PipelineTools } from "../pipeline/tools.ts";
import { DEFAULT_BUDGET } from "../pipeline/workers/work-error.ts";
import { startPool } from "../pipeline/workers/pool.ts";
import { createLog } from "./log.ts";
import type { Inputs } from "./inputs.ts";
import { version } from "../pipeline/version.ts";

/**
 * What the work is done with, under one token. What was posted is known by its markers: nothing is kept between runs.
 */
export function makeTools({ token, readSeconds }: Pick<Inputs, "token" | "readSeconds">): PipelineTools {
  const workers = startPool({ budget: { ...DEFAULT_BUDGET, seconds: readSeconds } });
  const reading = { workers, signal: whenCancelled() };
  const access = {
    token,
    baseUrl: process.env.GITHUB_API_URL || apiUrl(undefined),
    userAgent: `minutebook-action/${version}`,
  };
  return {
    ...reading,
    github: connectToken(access, (text, path) => readConfiguration(reading, text, path)),
    ledger: createMemoryLedger(),
    log: createLog(),
    isLogPublic: true,
    wait: async (milliseconds) => sleep(milliseconds),
    hostAliases: [],
    now: Date.now,
  };
}

/** Aborted when the run is cancelled: the current step is finished, the rest is left. */
function whenCancelled(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
