import { isTransient } from "../../github/errors.ts";
import { LedgerError } from "../../ledger/ledger-error.ts";
import type { Job, JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import { commitOf } from "../../queue/job-facts.ts";
import { QueueError } from "../../queue/queue-error.ts";
import type { Confirmations } from "./confirmations.ts";
import { runBackfillJob } from "./backfill-job.ts";
import { runCommandJob } from "./command-job.ts";
import { runPreviewJob } from "./preview-job.ts";
import { runPushJob } from "./push-job.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import { NoThreadError } from "../../pipeline/workers/work-error.ts";
import { StepsLeftError } from "./steps-left.ts";
import { reportFailure } from "./report-failure.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { runUndoJob } from "./undo-job.ts";
import { runWriteBackJob } from "./write-back-job.ts";

type Tools = PipelineTools & {
  readonly queue: Queue;
  readonly confirmations: Confirmations;
  /** In milliseconds. */
  readonly now: () => number;
};

/** What may be otherwise later, besides GitHub's own troubles. */
const TRANSIENT = [StepsLeftError, LedgerError, QueueError, NoThreadError];

/**
 * Runs a job. It throws where trying again may help, and only there: a refusal or a bug would be the same
 * again, so it is reported on a check run and in the log.
 */
export async function runJob(tools: Tools, job: Job): Promise<void> {
  const { log } = tools;
  try {
    await choose(tools, job);
    log.info({ commit: commitOf(job) }, "A job is done");
  } catch (error) {
    // Whatever it is that went wrong: the queue puts the job back as it was.
    if (tools.signal.aborted) throw error;
    if (isTransient(error) || TRANSIENT.some((kind) => error instanceof kind)) {
      log.warn({ err: error }, "A job is to be tried again");
      throw error;
    }
    await reportFailure(tools, job, error);
    // Not before: a look at a head that is too much treats it as reported.
    if (error instanceof PlanningError && error.head !== undefined)
      await tools.ledger.saveTooMuch(error.head.source, error.head.commit);
  }
}

async function choose(tools: Tools, job: Job): Promise<void> {
  switch (job.cause) {
    case "pull_request":
      return runPreviewJob(tools, job);
    case "backfill":
      return runBackfillJob(tools, job);
    case "issue":
      return runWriteBackJob(tools, job);
    case "command":
      return runCommandJob(tools, job);
    case "approval":
    case "retry":
      return (await mayPress(tools, job)) ? runPushJob(tools, job) : undefined;
    case "undo":
      return (await mayPress(tools, job)) ? runUndoJob(tools, job) : undefined;
    case "push":
    case "catch-up":
    case "installation":
      return runPushJob(tools, job);
  }
}

/** Whether the person who pressed the button of a check run may write to the repository. */
async function mayPress(
  { github, log }: Tools,
  { repository, cause, data: { by } }: JobOf<"approval" | "retry" | "undo">,
): Promise<boolean> {
  if (by === undefined || (await github.mayWrite(repository, by))) return true;
  log.warn({ by, cause }, "Who pressed the button may not write to the repository");
  return false;
}
