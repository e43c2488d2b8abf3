import type { RepositoryName } from "../minutes/meeting.ts";
import type { Config, Series } from "./config.ts";
import { matchesGlobs } from "./globs.ts";

/** The first series whose globs name this file. */
function findSeries(config: Config, path: string): Series | undefined {
  return config.series.find((series) => matchesGlobs(series.minutes, path));
}

/**
 * Where `#123`, versions and actions of this file belong.
 *
 * @param own - The repository that the minutes are in; null: not known.
 */
export function fileRepository(
  config: Config,
  path: string,
  own: RepositoryName | null,
): RepositoryName | null {
  return findSeries(config, path)?.repository ?? config.repository ?? own;
}

/** Where the actions of this file become issues: the series' word, then that for all, then the file's repository. */
export function actionsRepository(
  config: Config,
  path: string,
  own: RepositoryName | null,
): RepositoryName | null {
  return (
    findSeries(config, path)?.actionsRepository ??
    config.actions.repository ??
    fileRepository(config, path, own)
  );
}
