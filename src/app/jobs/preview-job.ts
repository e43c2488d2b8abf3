import { readConfig } from "../../config/read-config.ts";
import type { Config, ConfigProblem } from "../../config/config.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { BranchChanges, Head } from "../../github/port.ts";
import type { Job } from "../../queue/queue.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { findMinutes } from "../../pipeline/minutes-changes.ts";
import { preparePlan } from "../../pipeline/prepare.ts";
import { reportPreview } from "../../pipeline/report/preview.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";

/**
 * Shows on a pull request what would be posted if it were merged now. Posts nothing. The configuration is that of the
 * default branch; one that the pull request changes is validated, and counts only when it is merged.
 */
export async function runPreviewJob(tools: PipelineTools, job: Job): Promise<void> {
  const { github, ledger, log } = tools;
  const commit = job.data.head;
  if (typeof commit !== "string") throw new Error("The job names no commit.");
  const head = await github.readHead(job.repository);
  if (head.commit === null) return;
  const changes = await github.readBranchChanges(head.name, { before: head.commit, head: commit });
  const problems = await findConfigurationProblems(tools, head, changes, commit);
  const { config } = configurationOf(head);
  const moves = config === null || config.mode === "off" ? [] : findMinutes(config, changes.files);
  const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
  if (moves.length === 0 && !touched) {
    log.info({ commit }, "The pull request touches no minutes");
    return;
  }
  const range = { before: changes.mergeBase, head: commit };
  const hostAliases = tools.hostAliases;
  const prepared =
    moves.length === 0
      ? null
      : await preparePlan(github, ledger, { head, config: config as Config, range, moves, hostAliases });
  await writeReport(tools, head.name, reportPreview(commit, prepared?.plan ?? null, problems));
}

/** What is wrong with the configuration as the pull request has it. */
async function findConfigurationProblems(
  { github }: PipelineTools,
  head: Head,
  { files }: BranchChanges,
  commit: string,
): Promise<readonly ConfigProblem[]> {
  const change = files.find(({ path }) => path === CONFIGURATION_PATH);
  if (change === undefined || change.status === "removed") return [];
  const [file] = await github.readFiles(head.name, [{ path: CONFIGURATION_PATH, commit }]);
  if (typeof file?.problem === "string") return [{ line: 1, column: 1, key: "", message: file.problem }];
  return typeof file?.text === "string" ? readConfig(file.text, CONFIGURATION_PATH).problems : [];
}
