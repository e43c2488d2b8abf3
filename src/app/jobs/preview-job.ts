import { findScope } from "../../pipeline/find-scope.ts";
import { planPreview } from "../../pipeline/preview.ts";
import { renderExternalId } from "../../pipeline/report/external-id.ts";
import { reportPreview } from "../../pipeline/report/preview.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { JobOf } from "../../queue/job.ts";

/** Shows on a pull request what would be posted if it were merged now. Posts nothing. */
export async function runPreviewJob(tools: PipelineTools, job: JobOf<"pull_request">): Promise<void> {
  const { commit, number } = job.data;
  const scope = await findScope(tools, job.repository, job.data.for);
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
