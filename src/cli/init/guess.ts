import type { Config } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";

/** What a configuration could say, as far as the minutes show it. */
export type Guess = Pick<Config, "minutes" | "repositories" | "people"> & {
  readonly repository: RepositoryName | null;
};

/**
 * Guesses a team's configuration from its minutes.
 *
 * @param meetings - Read without configuration; their paths are those in the repository.
 * @param own - The repository that the minutes stand in; null: not known.
 */
export function guessConfig(meetings: readonly Meeting[], own: RepositoryName | null): Guess {
  const named = meetings
    .flatMap(({ references }) => references)
    .filter(({ repositoryFrom }) => repositoryFrom === "mention")
    .map(({ repository }) => repository);
  const [first, ...others] = byFrequency(named);
  const repository = first ?? own;
  return {
    minutes: guessGlobs(meetings.map(({ path }) => path)),
    repository,
    // Repositories of other owners have to agree first, so they are for the team to add.
    repositories: Object.fromEntries(
      others
        .filter((name) => ownerOf(name) === ownerOf(repository ?? ""))
        .map((name) => [name.split("/")[1] ?? name, name]),
    ),
    people: guessPeople(meetings),
  };
}

/** A glob for each folder that most of the minutes stand in; the defaults where they are scattered. */
function guessGlobs(paths: readonly string[]): readonly string[] {
  const folders = [...new Set(paths.map((path) => path.split("/").slice(0, -1)[0] ?? ""))];
  const isScattered = folders.length === 0 || folders.length > 3 || folders.includes("");
  return isScattered ? defaultConfig.minutes : folders.sort().map((folder) => `${folder}/**/*.md`);
}

/** First names that belong to one login only. */
function guessPeople(meetings: readonly Meeting[]): Record<string, string> {
  const logins = new Map<string, Set<string>>();
  for (const { name, login } of meetings.flatMap(({ attendees }) => attendees)) {
    const firstName = name.trim().split(/\s+/)[0] ?? "";
    if (login === null || !/^\p{Lu}[\p{L}-]+$/u.test(firstName)) continue;
    logins.set(firstName, (logins.get(firstName) ?? new Set()).add(login));
  }
  const known = [...logins].flatMap(([name, own]) =>
    [...own].length === 1 ? [[name, [...own][0] ?? ""] as const] : [],
  );
  return Object.fromEntries(known.sort(([one], [other]) => one.localeCompare(other)));
}

/** Each once, the most frequent first; what is as frequent in the order of its first mention. */
function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

function ownerOf(name: string): string | undefined {
  return name.split("/")[0]?.toLowerCase();
}
