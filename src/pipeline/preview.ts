import type { ConfigProblem } from "../config/config.ts";
import { makeProblem } from "../config/problem.ts";
import { CONFIGURATION_PATH } from "../github/read-head.ts";
import type { BranchChanges, Head, Scope } from "../github/port.ts";
import { withoutWrites } from "../ledger/without-writes.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Plan } from "../plan/plan.ts";
import { configurationOf, readConfiguration } from "./configuration.ts";
import { preparePlan } from "./prepare.ts";
import { readKnownHead } from "./read-known-head.ts";
import type { PipelineTools } from "./tools.ts";

/** What a pull request would bring about if it were merged now. */
export interface Preview {
  readonly repository: RepositoryName;
  /** null: it touches no minutes, only the configuration. */
  readonly plan: Plan | null;
  /** What is wrong with the configuration as the pull request has it. */
  readonly problems: readonly ConfigProblem[];
}

/** A commit, and the people who are shown what it would bring about. */
export interface Proposed {
  readonly commit: string;
  /** `public`: for somebody who may not see more; nothing is asked but this repository and public ones. */
  readonly scope: Scope;
}

/**
 * Plans what would be posted if a commit were merged into the default branch now. The configuration is that of the
 * default branch; one that the commit changes is validated, and counts only when it is merged.
 *
 * @returns null: it touches neither minutes nor the configuration
 */
export async function planPreview(
  tools: PipelineTools,
  repository: RepositoryName,
  { commit, scope }: Proposed,
): Promise<Preview | null> {
  const { github, workers, signal } = tools;
  const head = await readKnownHead(tools, repository);
  if (head.commit === null) return null;
  const changes = await github.readBranchChanges(head.name, { before: head.commit, commit });
  const problems = await findConfigurationProblems(tools, head, changes, commit);
  const { config } = await configurationOf(tools, head);
  const moves =
    config === null || config.mode === "off"
      ? []
      : await workers.run("findMinutes", { config, files: changes.files }, signal);
  if (config === null || moves.length === 0) {
    const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
    return touched ? { repository: head.name, plan: null, problems } : null;
  }
  const range = { before: changes.mergeBase, commit };
  const reading = { ...tools, ledger: withoutWrites(tools.ledger) };
  const { plan } = await preparePlan(reading, { head, config, range, moves, scope });
  return { repository: head.name, plan, problems };
}

/** What is wrong with the configuration as the pull request has it. */
async function findConfigurationProblems(
  tools: PipelineTools,
  head: Head,
  { files }: BranchChanges,
  commit: string,
): Promise<readonly ConfigProblem[]> {
  const change = files.find(({ path }) => path === CONFIGURATION_PATH);
  if (change === undefined || change.status === "removed") return [];
  const [file] = await tools.github.readFiles(head.name, [{ path: CONFIGURATION_PATH, commit }]);
  if (file?.problem != null) return [makeProblem(file.problem)];
  return typeof file?.text === "string"
    ? (await readConfiguration(tools, file.text, CONFIGURATION_PATH)).problems
    : [];
}
