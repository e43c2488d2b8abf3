import { planPreview } from "../../pipeline/preview.ts";
import { reportPreview } from "../../pipeline/report/preview.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Job } from "../../queue/queue.ts";

/** Shows on a pull request what would be posted if it were merged now. Posts nothing. */
export async function runPreviewJob(tools: PipelineTools, job: Job): Promise<void> {
  const commit = job.data.head;
  if (typeof commit !== "string") throw new Error("The job names no commit.");
  const preview = await planPreview(tools, job.repository, commit);
  if (preview === null) {
    tools.log.info({ commit }, "The pull request touches no minutes");
    return;
  }
  const { repository, plan, problems } = preview;
  await writeReport(tools, repository, reportPreview(commit, plan, problems));
}
