import type { GitHub } from "../../github/port.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import { noLog } from "../../pipeline/log.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Budget } from "../../pipeline/workers/work-error.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Location } from "./locate.ts";
import { readingTools } from "./reading-tools.ts";
import { runOnGitHub } from "./run-on-github.ts";

/**
 * The plan for minutes as they are at the head of the repository's default branch, compared with what is on GitHub.
 *
 * @throws CliError where there is nothing to plan
 */
export async function planOnGitHub(github: GitHub, budget: Budget, location: Location): Promise<Prepared> {
  return runOnGitHub(toolsOnGitHub(github, budget), location, {
    decide: async () => ({ kind: "stop" }),
    apply: async () => ({ steps: [], retryAfterSeconds: null }),
  });
}

/** What the command line works with on GitHub: nothing is kept between runs, posts are known by their markers. */
export function toolsOnGitHub(github: GitHub, budget: Budget, signal?: AbortSignal): PipelineTools {
  return {
    ...readingTools(budget, signal),
    github,
    ledger: createMemoryLedger(),
    log: noLog,
    wait: async (milliseconds) => wait(milliseconds),
    hostAliases: [],
    now: Date.now,
  };
}
