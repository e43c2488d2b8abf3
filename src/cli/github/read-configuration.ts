import type { Config, ConfigProblem } from "../../config/config.ts";
import type { Head } from "../../github/port.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import type { ReadingTools } from "../../pipeline/tools.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";

/** The configuration that counts on GitHub. Throws a `CliError` with each problem and its line where it is wrong. */
export async function readConfiguration(tools: ReadingTools, head: Head): Promise<Config> {
  const { config, problems } = await configurationOf(tools, head);
  if (config !== null) return config;
  throw wrongConfiguration(head, problems);
}

/** The error for a configuration that is wrong on GitHub. */
export function wrongConfiguration(head: Head, problems: readonly ConfigProblem[]): CliError {
  const path = head.configuration?.path ?? "";
  const told = problems.map(({ line, key, message }) => `${path}:${line}: ${key} ${message}`);
  return new CliError(
    `The configuration on GitHub is wrong; nothing is posted.\n${told.join("\n")}`,
    exitCodes.config,
  );
}
