import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { Config } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { describeProblem } from "../../config/problem.ts";
import { runWatched } from "../../pipeline/workers/watched.ts";
import { type Budget, WorkError } from "../../pipeline/workers/work-error.ts";
import { budgetOf } from "../budget.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError, errorCode } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { findRemote } from "./find-remote.ts";
import { CONFIG_PATH, findRoot } from "./find-root.ts";

/** What is known of the repository that minutes are in. */
export interface Project {
  /** Its folder; where there is no repository the present one. */
  readonly root: string;
  /** Whether it is a repository, so that paths in it are those that the globs are about. */
  readonly isRepository: boolean;
  readonly config: Config;
  /** Its name on GitHub; null: not known. */
  readonly repository: string | null;
}

/** Finds the project of a folder, each read once. Throws a `CliError` where the configuration is wrong. */
export type FindProject = (folder: string) => Promise<Project>;

/** @param options - What the command line says; it wins over what is found. */
export function createConfigFinder(
  options: { readonly config?: string; readonly repository?: string },
  io: Io,
): FindProject {
  const budget = budgetOf({}, io);
  const configs = new Map<string, Promise<Config>>();
  return async (folder) => {
    const root = findRoot(folder);
    const file =
      options.config === undefined ? root && join(root, CONFIG_PATH) : resolve(io.cwd, options.config);
    const found = configs.get(file ?? "") ?? loadConfig(file, options.config !== undefined, budget);
    configs.set(file ?? "", found);
    const repository = options.repository ?? (root === undefined ? null : findRemote(root));
    return { root: root ?? io.cwd, isRepository: root !== undefined, config: await found, repository };
  };
}

async function loadConfig(file: string | undefined, isRequired: boolean, budget: Budget): Promise<Config> {
  const text = file === undefined ? undefined : readText(file, isRequired);
  if (file === undefined || text === undefined) return defaultConfig;
  // Most of the time to start goes into the schema's library, which a project without configuration needs not.
  const { readConfig } = await import("../../config/read-config.ts");
  const { config, problems } = readWithin(budget, file, () => readConfig(text, file));
  if (config !== null) return config;
  const lines = problems.map(
    (problem) => `${file}:${problem.line}:${problem.column}: ${describeProblem(problem)}`,
  );
  throw new CliError(
    commandLineError("invalid-configuration", { problems: lines.join("\n") }),
    exitCodes.config,
  );
}

function readWithin<Result>(budget: Budget, file: string, read: () => Result): Result {
  try {
    return runWatched(read, budget);
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    const message = commandLineError("configuration-over-budget", { file, reason: error.message });
    throw new CliError(message, exitCodes.config);
  }
}

function readText(file: string, isRequired: boolean): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const isMissing = errorCode(error) === "ENOENT";
    if (isMissing && !isRequired) return undefined;
    throw new CliError(
      isMissing
        ? commandLineError("no-configuration", { file })
        : commandLineError("configuration-not-read", { file, reason: errorText(error) }),
      exitCodes.config,
    );
  }
}
