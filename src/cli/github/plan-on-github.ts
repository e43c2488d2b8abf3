import type { Config } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { isMinutes } from "../../config/is-minutes.ts";
import { readConfig } from "../../config/read-config.ts";
import { readingOptions, type ReadingContext } from "../../config/reading-options.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { GitHub, Head } from "../../github/port.ts";
import { readMinutes } from "../../minutes/read.ts";
import type { MinutesChange } from "../../plan/input.ts";
import { makePlan, snapshotRequest } from "../../plan/make-plan.ts";
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
  const { files } = await github.readChanges(head.name, { before: null, head: commit });
  const minutes = files
    .map(({ path }) => path)
    .filter((path) => isMinutes(config, path) && isBelow(path, paths));
  if (minutes.length === 0) {
    throw new CliError(
      `There are no such minutes at ${commit.slice(0, 7)} of ${head.name}. Push them first, or check the globs under "minutes".`,
    );
  }
  const context = await readContext(github, head, config);
  const readings = await github.readFiles(
    head.name,
    minutes.map((path) => ({ path, commit })),
  );
  const changes = readings.map(({ path, text, problem }): MinutesChange => {
    const meeting = text === null ? null : readMinutes(path, text, readingOptions(config, path, context));
    return { path, previousPath: null, meeting, previous: null, problem };
  });
  const snapshot = await github.readSnapshot(
    snapshotRequest({ repository: head.name, config, files: changes }),
    [],
  );
  const { name, visibility, defaultBranch, id } = head;
  const webUrl = snapshot.webUrl === "" ? head.url.slice(0, -`/${name}`.length) : snapshot.webUrl;
  return makePlan({
    repository: { name, visibility, defaultBranch, id },
    commit,
    before: null,
    config,
    files: changes,
    snapshot: { ...snapshot, webUrl },
  });
}

function readConfiguration({ configuration }: Head): Config {
  if (configuration === null) return defaultConfig;
  const { config, problems } = readConfig(configuration.text, configuration.path);
  if (config !== null) return config;
  const told = problems.map(({ line, key, message }) => `${configuration.path}:${line}: ${key} ${message}`);
  throw new CliError(
    `The configuration on GitHub is wrong; nothing is posted.\n${told.join("\n")}`,
    exitCodes.config,
  );
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}

async function readContext(github: GitHub, head: Head, config: Config): Promise<ReadingContext> {
  const milestones = await github.readMilestones(targetRepositories(config, head.name));
  const titles = Object.entries(milestones).map(
    ([name, all]) => [name, all.map(({ title }) => title)] as const,
  );
  return { repository: head.name, milestones: Object.fromEntries(titles), hosts: [new URL(head.url).host] };
}
