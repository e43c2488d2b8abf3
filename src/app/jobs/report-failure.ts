import { isTransient } from "../../github/errors.ts";
import { reportBackfill } from "../../pipeline/report/backfill.ts";
import { reportBroken } from "../../pipeline/report/broken.ts";
import type { RunOrigin } from "../../pipeline/report/external-id.ts";
import { causeOf } from "../../pipeline/report/cause.ts";
import { reportGivenUp } from "../../pipeline/report/given-up.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Job, JobOf } from "../../queue/job.ts";
import { commitOf, startOf } from "../../queue/job-facts.ts";
import { QuarantineError } from "../../queue/orphans.ts";
import { keepStart } from "./range.ts";

type Tools = Pick<PipelineTools, "github" | "ledger" | "log" | "wait">;

/**
 * Reports on a check run that a job failed for good: GitHub refused, or it is a bug. A job without a commit is reported
 * in the log alone: it comes again by itself, unless no plan can be made.
 *
 * @throws GitHubError where trying again later may help
 */
export async function reportFailure(tools: Tools, job: Job, error: unknown): Promise<void> {
  tools.log.error({ err: error }, "A job failed");
  await keepStart(tools.ledger, job);
  const named = commitOf(job);
  if (job.cause === "backfill") {
    return reportBackfillEnd(tools, job, `it could not go on: ${causeOf(error)}`).catch(
      (failure: unknown) => {
        if (isTransient(failure)) throw failure;
        tools.log.error({ err: failure }, "The end of a backfill could not be reported");
      },
    );
  }
  const isLast = error instanceof PlanningError;
  const commit = named ?? (isLast ? (await tools.github.readHead(job.repository)).commit : null);
  if (commit !== null) {
    await writeReport(tools, job.repository, reportBroken(commit, originOf(job), error));
  }
}

/**
 * Reports on a check run that a job is not tried any more: it failed for a day, or ends the process.
 *
 * @throws GitHubError where that could not be reported
 */
export async function reportGivenUpJob(tools: Tools, job: Job, error: unknown): Promise<void> {
  const isQuarantined = error instanceof QuarantineError;
  tools.log.error(
    { err: error },
    isQuarantined
      ? "A job was given up since it takes the process down; minutebook doctor lists and replays it"
      : "A job was given up after a day; minutebook doctor lists and replays it",
  );
  await keepStart(tools.ledger, job);
  const { repository } = job;
  if (job.cause === "backfill")
    return reportBackfillEnd(
      tools,
      job,
      isQuarantined ? causeOf(error) : `it was tried for a day: ${causeOf(error)}`,
    );
  // Nobody waits for a check run of a command or of an issue that was closed.
  if (job.cause === "command" || job.cause === "issue") return;
  const commit = commitOf(job) ?? (await tools.github.readHead(repository)).commit;
  if (commit !== null)
    await writeReport(
      tools,
      repository,
      reportGivenUp(commit, originOf(job), error, isQuarantined ? "ending the app" : "a day"),
    );
}

async function reportBackfillEnd(tools: Tools, job: JobOf<"backfill">, end: string): Promise<void> {
  const { name, commit } = await tools.github.readHead(job.repository);
  if (commit !== null) await writeReport(tools, name, reportBackfill(commit, job.data.backfill, end));
}

/** What the check run is about, for its buttons. */
function originOf(job: Job): RunOrigin {
  if (job.cause === "pull_request") return { pull: job.data.number };
  const before = startOf(job);
  return before === undefined ? {} : { before };
}
