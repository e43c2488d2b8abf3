import type { RepositoryName } from "../minutes/meeting.ts";
import type { ReadingOptions } from "../minutes/options.ts";
import type { Config } from "./config.ts";
import { isSameName } from "./names.ts";
import { fileRepository } from "./series.ts";

/** What is known besides the configuration. */
export interface ReadingContext {
  /** The repository that the minutes stand in; null: not known. */
  readonly repository: RepositoryName | null;
  /** Titles of milestones by repository, as GitHub has them; null: no network, the configuration's are taken. */
  readonly milestones: Readonly<Record<RepositoryName, readonly string[]>> | null;
  /** Hosts of GitHub whose URLs are references. Default: `github.com`. */
  readonly hosts?: readonly string[];
}

/**
 * What the reader has to know to read one file.
 *
 * @param path - Of the minutes in their repository, with `/`; says which of the configuration's `series` they are of.
 */
export function readingOptions(config: Config, path: string, context: ReadingContext): ReadingOptions {
  const repository = fileRepository(config, path, context.repository);
  const known = context.milestones ?? offlineMilestones(config, context.repository);
  const isOwn = (name: string): boolean => repository !== null && isSameName(name, repository);
  const titles = Object.entries(known);
  return {
    repository,
    repositories: config.repositories,
    people: config.people,
    milestones:
      repository === null && context.milestones === null
        ? config.milestones
        : titles.filter(([name]) => isOwn(name)).flatMap(([, own]) => own),
    milestonesByRepository: Object.fromEntries(titles.filter(([name]) => !isOwn(name))),
    actionMarkers: config.actions.markers,
    decisionMarkers: config.decisions.markers,
    privateMarkers: config.private.markers,
    prefixes: config.prefixes,
    hosts: context.hosts ?? ["github.com"],
  };
}

/** The configuration's titles are those of its own `repository`, not of a series'. */
function offlineMilestones(config: Config, own: RepositoryName | null): Record<string, readonly string[]> {
  const repository = config.repository ?? own;
  return repository === null ? {} : { [repository]: config.milestones };
}
