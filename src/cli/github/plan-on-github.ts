import type { Config } from "../../config/config.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import type { GitHub, Head } from "../../github/port.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { findMinutes } from "../../pipeline/minutes-changes.ts";
import { preparePlan } from "../../pipeline/prepare.ts";
import type { Plan } from "../../plan/plan.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";

/**
 * The plan for minutes as they are at the head of the repository's default branch, compared with what stands on GitHub.
 * Throws a `CliError` where there is nothing to plan.
 *
 * @param paths - Files and folders in the repository; an empty path is all of it.
 */
export async function planOnGitHub(
  github: GitHub,
  repository: string,
  paths: readonly string[],
): Promise<Plan> {
  const head = await github.readHead(repository);
  const { commit } = head;
  if (commit === null) throw new CliError(`${head.name} is empty: there are no minutes to post.`);
  const config = readConfiguration(head);
  const range = { before: null, head: commit };
  const { files } = await github.readChanges(head.name, range);
  const moves = findMinutes(config, files).filter(({ now }) => now !== null && isBelow(now, paths));
  if (moves.length === 0) {
    throw new CliError(
      `There are no such minutes at ${commit.slice(0, 7)} of ${head.name}. Push them first, or check the globs under "minutes".`,
    );
  }
  const preparation = { head, config, range, moves, hostAliases: [] };
  const { plan } = await preparePlan(github, createMemoryLedger(), preparation);
  return plan;
}

function readConfiguration(head: Head): Config {
  const { config, problems } = configurationOf(head);
  if (config !== null) return config;
  const path = head.configuration?.path ?? "";
  const told = problems.map(({ line, key, message }) => `${path}:${line}: ${key} ${message}`);
  throw new CliError(
    `The configuration on GitHub is wrong; nothing is posted.\n${told.join("\n")}`,
    exitCodes.config,
  );
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}
