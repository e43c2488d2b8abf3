import { attempt } from "../../github/apply/attempt.ts";
import type { CheckRun } from "../../github/check-run.ts";
import { isTransient } from "../../github/errors.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PipelineTools } from "../tools.ts";

/**
 * Writes a check run. Where GitHub refuses it, it says so in the log: what was posted stays anyway. Written twice
 * it does no harm, so nothing is looked up after a try whose outcome is unknown: people see the later one.
 *
 * @throws GitHubError where trying again later may help
 */
export async function writeReport(
  { github, log, wait }: Pick<PipelineTools, "github" | "log" | "wait">,
  repository: RepositoryName,
  run: CheckRun,
): Promise<void> {
  try {
    const { url } = await attempt({ act: () => github.writeCheckRun(repository, run), wait });
    log.info({ commit: run.commit, conclusion: run.conclusion, url }, `Reported: ${run.title}`);
  } catch (error) {
    if (isTransient(error)) throw error;
    log.error({ err: error, commit: run.commit, title: run.title }, "The check run could not be written");
  }
}
