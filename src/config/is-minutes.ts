import type { Config } from "./config.ts";
import { matchesGlobs } from "./globs.ts";

/**
 * Whether the configuration's globs name this file.
 *
 * @param path - In the repository, with `/`.
 */
export function isMinutes(config: Config, path: string): boolean {
  return matchesGlobs(config.minutes, path);
}
