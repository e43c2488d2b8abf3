import type { RepositoryName } from "../minutes/meeting.ts";
import type { Config } from "./config.ts";

/**
 * The only repositories that may be posted to, each once.
 *
 * @param own - The repository that the minutes are in, a target where the configuration names no `repository`.
 */
export function targetRepositories(
  config: Config,
  own: RepositoryName | null = null,
): readonly RepositoryName[] {
  const named = [
    config.repository ?? own,
    ...Object.values(config.repositories),
    ...config.series.flatMap((series) => [series.repository, series.actions.repository ?? null]),
    config.actions.repository,
  ].filter((name) => name !== null);
  return [...new Map(named.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed();
}
