import { planPreview } from "../../pipeline/preview.ts";
import { renderExternalId } from "../../pipeline/report/external-id.ts";
import { reportPreview } from "../../pipeline/report/preview.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Job } from "../../queue/queue.ts";

/** Shows on a pull request what would be posted if it were merged now. Posts nothing. */
export async function runPreviewJob(tools: PipelineTools, job: Job): Promise<void> {
  const { head: commit, number } = job.data;
  if (typeof commit !== "string" || typeof number !== "number")
    throw new Error("The job names no pull request and commit.");
  const preview = await planPreview(tools, job.repository, commit);
  if (preview === null) {
    tools.log.info({ commit }, "The pull request touches no minutes");
    return;
  }
  const { repository, plan, problems } = preview;
  const run = reportPreview(commit, plan, problems);
  await writeReport(tools, repository, { ...run, externalId: renderExternalId({ pull: number }) });
}
