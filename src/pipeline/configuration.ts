import { defaultConfig } from "../config/defaults.ts";
import { makeProblem } from "../config/problem.ts";
import type { ConfigReading } from "../config/read-config.ts";
import type { Head } from "../github/port.ts";
import { configProblem } from "../messages/config-problems.ts";
import type { ReadingTools } from "./tools.ts";
import { WorkError } from "./workers/work-error.ts";

/** The configuration that counts; without a file, every default. */
export async function configurationOf(tools: ReadingTools, { configuration }: Head): Promise<ConfigReading> {
  return configuration === null
    ? { config: defaultConfig, problems: [] }
    : readConfiguration(tools, configuration.text, configuration.path);
}

/** Reads a configuration. One that goes over its budget is wrong as a whole. */
export async function readConfiguration(
  { workers, signal }: ReadingTools,
  text: string,
  path: string,
): Promise<ConfigReading> {
  try {
    return await workers.run("readConfig", { text, path }, signal);
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    const problem = configProblem("over-budget", { path, reason: error.message });
    return { config: null, problems: [makeProblem(problem)] };
  }
}
