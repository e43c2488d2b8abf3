import type { CheckRun } from "../../github/check-run.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PipelineTools } from "../tools.ts";

/** Writes a check run. Where that fails it says so in the log: what was posted stands all the same. */
export async function writeReport(
  { github, log }: Pick<PipelineTools, "github" | "log">,
  repository: RepositoryName,
  run: CheckRun,
): Promise<void> {
  try {
    const { url } = await github.writeCheckRun(repository, run);
    log.info({ commit: run.commit, conclusion: run.conclusion, url }, `Reported: ${run.title}`);
  } catch (error) {
    log.error({ err: error, commit: run.commit, title: run.title }, "The check run could not be written");
  }
}
