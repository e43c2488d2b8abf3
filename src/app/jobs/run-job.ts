import { isTransient } from "../../github/errors.ts";
import type { Job } from "../../queue/queue.ts";
import { reportBroken } from "../report/broken.ts";
import { writeReport } from "../report/write-report.ts";
import { runPushJob } from "./push-job.ts";
import { StepsLeftError } from "./steps-left.ts";
import type { JobTools } from "./tools.ts";

/**
 * Runs a job. It throws where trying again may help, and only there: a refusal or a mistake of ours would be the same
 * again, so it is told on a check run and in the log.
 */
export async function runJob(tools: JobTools, job: Job): Promise<void> {
  const { log } = tools;
  try {
    await runPushJob(tools, job);
    log.info({ head: job.data["head"] }, "A job is done");
  } catch (error) {
    if (isTransient(error) || error instanceof StepsLeftError) {
      log.warn({ err: error }, "A job is to be tried again");
      throw error;
    }
    log.error({ err: error }, "A job failed");
    const { head } = job.data;
    if (typeof head === "string") await writeReport(tools, job.repository, reportBroken(head, error));
  }
}
