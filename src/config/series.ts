import type { RepositoryName } from "../minutes/meeting.ts";
import type { Config, Series } from "./config.ts";
import { matchesGlobs } from "./globs.ts";

/** The first series whose globs match this file. */
function findSeries(config: Config, path: string): Series | undefined {
  return config.series.find((series) => matchesGlobs(series.minutes, path));
}

/** What each configuration is for which files. */
const resolved = new WeakMap<Config, Map<string, Config>>();

/** The configuration for one file: with what its series has other than all minutes. */
export function configFor(config: Config, path: string): Config {
  if (config.series.length === 0) return config;
  const known = resolved.get(config) ?? new Map<string, Config>();
  resolved.set(config, known);
  const own = known.get(path) ?? withOwnSeries(config, path);
  known.set(path, own);
  return own;
}

function withOwnSeries(config: Config, path: string): Config {
  const series = findSeries(config, path);
  return series === undefined ? config : withSeries(config, series);
}

/** What a series says nothing of stays the very same, so that its own limits differ from those of all. */
function withSeries(config: Config, { comments, actions, labels, limits }: Series): Config {
  return {
    ...config,
    comments: { ...config.comments, ...comments },
    actions: { ...config.actions, ...actions },
    labels: { ...config.labels, ...labels },
    limits: Object.keys(limits).length === 0 ? config.limits : { ...config.limits, ...limits },
  };
}

/** Every configuration that some file may have: that for all minutes, and each series'. */
export function allConfigs(config: Config): readonly Config[] {
  return [config, ...config.series.map((series) => withSeries(config, series))];
}

/** The same, with actions that no marker names opened too, whatever a series says. */
export function withImplied(config: Config): Config {
  return {
    ...config,
    actions: { ...config.actions, implied: true },
    series: config.series.map((series) => ({ ...series, actions: { ...series.actions, implied: true } })),
  };
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
  return configFor(config, path).actions.repository ?? fileRepository(config, path, own);
}
