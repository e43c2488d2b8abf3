import { findScope } from "../../pipeline/find-scope.ts";
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
  const scope = await findScope(tools, job.repository, proposersOf(job));
  const github = scope === "all" ? tools.github : (tools.githubAsPublic ?? tools.github);
  const preview = await planPreview({ ...tools, github }, job.repository, { commit, scope });
  if (preview === null) {
    tools.log.info({ commit }, "The pull request touches no minutes");
    return;
  }
  const { repository, plan, problems } = preview;
  const run = reportPreview(commit, plan, problems, { scope: plan === null ? "all" : scope });
  await writeReport(tools, repository, { ...run, externalId: renderExternalId({ pull: number }) });
}

/** A job of an earlier version does not say for whom it is. */
function proposersOf({ data }: Job): readonly string[] {
  return Array.isArray(data.for) ? data.for.map(String) : [];
}
