import type { RepositoryName } from "../../minutes/meeting.ts";
import { countMentions } from "./count-mentions.ts";
import type { Counts } from "./counts.ts";
import type { FoundMeeting } from "./project-minutes.ts";
import { guessSeries, type SeriesGuess } from "./guess-series.ts";
import { isSameName, ownerKey, partsOf } from "../../minutes/repository-name.ts";

export interface RepositoriesGuess {
  /** Where bare numbers and actions belong; null: nobody knows. */
  readonly repository: RepositoryName | null;
  /** Short names of others of the same owners. */
  readonly repositories: Readonly<Record<string, RepositoryName>>;
  /** Others of other owners, who have to agree first; the most mentioned first. */
  readonly foreign: readonly RepositoryName[];
  readonly series: readonly SeriesGuess[];
}

/** Of the mentions that the most mentioned repository has, a team's own needs this part to be what is meant. */
const OWN_SHARE = 1 / 3;

/** In more files than these, what is mentioned once is no place of the team's. */
const FEW_FILES = 10;

/** All of them may be posted to: the list is to be read. */
const MAX_REPOSITORIES = 20;

/**
 * Guesses which repositories minutes are about, by what they link to and spell out.
 *
 * @param own - The repository that the minutes are in; null: not known.
 */
export function guessRepositories(
  found: readonly FoundMeeting[],
  own: RepositoryName | null,
): RepositoriesGuess {
  const kinds = guessSeries(found, (some) => findMain(countMentions(some), own));
  const isApart = ({ meeting }: FoundMeeting): boolean => kinds.some(({ paths }) => paths.has(meeting.path));
  const rest = found.filter((one) => !isApart(one));
  const repository = findMain(countMentions(rest.length === 0 ? found : rest), own);
  const owners = new Set([repository, own].flatMap((name) => (name === null ? [] : ownerKey(name))));
  const all = countMentions(found);
  const named = all.ranked.filter((name) => !isSameName(name, repository));
  const least = found.length > FEW_FILES ? 2 : 1;
  const near = named.filter((name) => owners.has(ownerKey(name)) && all.of(name) >= least);
  return {
    repository,
    repositories: shortNames(near.slice(0, MAX_REPOSITORIES)),
    foreign: named.filter((name) => !owners.has(ownerKey(name)) && all.of(name) > 1),
    series: kinds.filter((kind) => !isSameName(kind.repository, repository)),
  };
}

function findMain(counts: Counts, own: RepositoryName | null): RepositoryName | null {
  const [first] = counts.ranked;
  if (first === undefined || (own !== null && counts.of(own) >= counts.of(first) * OWN_SHARE)) return own;
  return first;
}

/** The part after the owner; where two share one, the later has its whole name. */
function shortNames(names: readonly RepositoryName[]): Record<string, RepositoryName> {
  const short = new Map<string, RepositoryName>();
  for (const name of names) {
    const { owner, repo } = partsOf(name);
    short.set(short.has(repo) ? `${owner}-${repo}` : repo, name);
  }
  return Object.fromEntries(short);
}
