import { defaultConfig } from "../config/defaults.ts";
import type { ConfigReading } from "../config/read-config.ts";
import type { Head } from "../github/port.ts";
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
    const message = `${path} ${error.message} to read; it is not used. Make it shorter.`;
    return { config: null, problems: [{ line: 1, column: 1, key: "", message }] };
  }
}
