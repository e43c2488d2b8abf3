import type { RepositoryName } from "../minutes/meeting.ts";
import type { ReadingOptions } from "../minutes/options.ts";
import type { Config } from "./config.ts";
import { isSameName } from "../minutes/repository-name.ts";
import { configFor, fileRepository } from "./series.ts";

/** What is known besides the configuration. */
export interface ReadingContext {
  /** The repository that the minutes are in; null: not known. */
  readonly repository: RepositoryName | null;
  /** Titles of milestones by repository, as GitHub has them; null: no network, the configuration's are taken alone. */
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
  const known = knownMilestones(config, context);
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
    actionMarkers: configFor(config, path).actions.markers,
    decisionMarkers: config.decisions.markers,
    privateMarkers: config.private.markers,
    prefixes: config.prefixes,
    hosts: context.hosts ?? ["github.com"],
  };
}

/** GitHub's, and the configuration's too where they may have to be created: otherwise no one could mention them. */
function knownMilestones(
  config: Config,
  { milestones, repository }: ReadingContext,
): Readonly<Record<string, readonly string[]>> {
  const own = ownMilestones(config, repository);
  if (milestones === null) return own;
  if (!config.releases.createMilestone) return milestones;
  const merged: Record<string, readonly string[]> = { ...milestones };
  for (const [name, titles] of Object.entries(own)) {
    const key = Object.keys(merged).find((other) => isSameName(other, name)) ?? name;
    merged[key] = [...new Set([...(merged[key] ?? []), ...titles])];
  }
  return merged;
}

/** The configuration's titles are those of its own `repository`, not of a series'. */
function ownMilestones(config: Config, own: RepositoryName | null): Record<string, readonly string[]> {
  const repository = config.repository ?? own;
  return repository === null ? {} : { [repository]: config.milestones };
}
