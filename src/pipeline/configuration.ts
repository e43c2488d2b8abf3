import { defaultConfig } from "../config/defaults.ts";
import { readConfig, type ConfigReading } from "../config/read-config.ts";
import type { Head } from "../github/port.ts";

/** The configuration that counts; without a file, every default. */
export function configurationOf({ configuration }: Head): ConfigReading {
  return configuration === null
    ? { config: defaultConfig, problems: [] }
    : readConfig(configuration.text, configuration.path);
}
