import { isTransient } from "../../github/errors.ts";
import { LedgerError } from "../../ledger/ledger-error.ts";
import type { Job, Queue } from "../../queue/queue.ts";
import { QueueError } from "../../queue/queue-error.ts";
import type { Doubts } from "./doubts.ts";
import { runBackfillJob } from "./backfill-job.ts";
import { runCommandJob } from "./command-job.ts";
import { runPreviewJob } from "./preview-job.ts";
import { runPushJob } from "./push-job.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import { NoThreadError } from "../../pipeline/workers/work-error.ts";
import { StepsLeftError } from "./steps-left.ts";
import { tellBroken } from "./tell-failure.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { runWriteBackJob } from "./write-back-job.ts";

type Tools = PipelineTools & {
  readonly queue: Queue;
  readonly doubts: Doubts;
  /** In milliseconds. */
  readonly now: () => number;
};

/** What may be otherwise later, besides GitHub's own troubles. */
const TRANSIENT = [StepsLeftError, LedgerError, QueueError, NoThreadError];

/**
 * Runs a job. It throws where trying again may help, and only there: a refusal or a mistake of ours would be the same
 * again, so it is told on a check run and in the log.
 */
export async function runJob(tools: Tools, job: Job): Promise<void> {
  const { log } = tools;
  try {
    await choose(tools, job);
    log.info({ head: job.data.head }, "A job is done");
  } catch (error) {
    // Whatever it is that went wrong: the queue puts the job back as it was.
    if (tools.signal.aborted) throw error;
    if (isTransient(error) || TRANSIENT.some((kind) => error instanceof kind)) {
      log.warn({ err: error }, "A job is to be tried again");
      throw error;
    }
    await tellBroken(tools, job, error);
    // Not before: a look at a head that is too much takes it for told.
    if (error instanceof PlanningError && error.head !== undefined)
      await tools.ledger.saveTooMuch(error.head.minutes, error.head.commit);
  }
}

async function choose(tools: Tools, job: Job): Promise<void> {
  const { command, by } = job.data;
  if (job.cause === "pull_request") return runPreviewJob(tools, job);
  if (job.cause === "backfill") return runBackfillJob(tools, job);
  if (job.cause === "issue") return runWriteBackJob(tools, job);
  if (command !== undefined) return runCommandJob(tools, job);
  if (typeof by === "string" && !(await tools.github.mayWrite(job.repository, by))) {
    tools.log.warn({ by, button: job.data.button }, "Who pressed the button may not write to the repository");
    return;
  }
  return runPushJob(tools, job);
}
