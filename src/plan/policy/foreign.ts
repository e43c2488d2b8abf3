import { notice } from "../../messages/reasons/notices.ts";
import { hasSameOwner, isSameName } from "../../minutes/repository-name.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { Config } from "../../config/config.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import type { Notice } from "../plan.ts";

/**
 * What a repository of another owner is asked costs its owner's limits: so many threads for one push, lowest numbers
 * first.
 */
export const MAX_FOREIGN_THREADS = 200;

/** The numbers that a repository is asked about, lowest first. */
export function cutThreads(
  numbers: Iterable<number>,
  repository: RepositoryName,
  minutes: RepositoryName,
): readonly number[] {
  const sorted = [...numbers].toSorted((one, other) => one - other);
  return hasSameOwner(repository, minutes) ? sorted : sorted.slice(0, MAX_FOREIGN_THREADS);
}

/** Repositories of other owners of which the minutes mention more than is looked up. */
export function foreignNotices(
  files: readonly MinutesChange[],
  config: Config,
  minutes: RepositoryName,
): readonly Notice[] {
  const targets = targetRepositories(config, minutes).filter((name) => !hasSameOwner(name, minutes));
  const mentions = files.flatMap(({ path, meeting }) =>
    (meeting?.references ?? []).map((reference) => ({ path, ...reference })),
  );
  return targets.flatMap((name): readonly Notice[] => {
    const here = mentions.filter(({ repository }) => isSameName(repository, name));
    const left = new Set(here.map(({ number }) => number)).size - MAX_FOREIGN_THREADS;
    const [first] = here;
    if (first === undefined || left <= 0) return [];
    return [
      {
        level: "warning",
        path: first.path,
        line: first.line,
        ...notice("many-references", { count: left, repository: name, limit: MAX_FOREIGN_THREADS }),
      },
    ];
  });
}
