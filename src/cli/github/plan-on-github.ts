import { commandLineError } from "../../messages/command-line-errors.ts";
import type { Budget } from "../../pipeline/workers/work-error.ts";
import type { GitHub } from "../../github/port.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import { planStanding } from "../../pipeline/plan-standing.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { CliError } from "../errors.ts";
import { readingTools } from "./reading-tools.ts";
import { readConfiguration } from "./read-configuration.ts";

/**
 * The plan for minutes as they are at the head of the repository's default branch, compared with what stands on GitHub.
 * Throws a `CliError` where there is nothing to plan.
 *
 * @param paths - Files and folders in the repository; an empty path is all of it.
 */
export async function planOnGitHub(
  github: GitHub,
  budget: Budget,
  repository: string,
  paths: readonly string[],
): Promise<Prepared> {
  const head = await github.readHead(repository);
  const { commit } = head;
  if (commit === null) throw new CliError(commandLineError("empty-repository", { repository: head.name }));
  const tools = { ...readingTools(budget), github, ledger: createMemoryLedger(), hostAliases: [] };
  const prepared = await planStanding(tools, { head, config: await readConfiguration(tools, head), paths });
  if (prepared !== null) return prepared;
  throw new CliError(
    commandLineError("no-minutes-on-github", { repository: head.name, commit: commit.slice(0, 7) }),
  );
}
