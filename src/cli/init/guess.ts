import type { RepositoryName } from "../../minutes/meeting.ts";
import { Counts } from "./counts.ts";
import type { Contributor } from "./find-contributors.ts";
import { guessGlobs } from "./guess-globs.ts";
import { guessPeople, type PeopleGuess } from "./guess-people.ts";
import { guessRepositories, type RepositoriesGuess } from "./guess-repositories.ts";
import type { ProjectMinutes } from "./project-minutes.ts";

/** What a configuration could say, as far as the minutes show it. */
export interface Guess extends RepositoriesGuess, PeopleGuess {
  readonly minutes: readonly string[];
  /** The repository that the minutes are in; null: not known. */
  readonly own: RepositoryName | null;
  /** Labels by which agendas are collected. */
  readonly agendaLabels: readonly string[];
}

/** `Extracted from **team-agenda** labeled issues`, or a link to the label. */
const AGENDA_LABEL = /\*\*([\w-]+)\*\* label|\/labels\/([\w-]+)/gi;

/**
 * Guesses a team's configuration from its minutes.
 *
 * @param own - The repository that the minutes are in; null: not known.
 */
export function guessConfig(
  { found, markdown }: ProjectMinutes,
  own: RepositoryName | null,
  contributors: readonly Contributor[],
): Guess {
  const paths = found.map(({ meeting }) => meeting.path);
  return {
    own,
    minutes: guessGlobs(paths, markdown),
    ...guessRepositories(found, own),
    ...guessPeople(found, contributors),
    agendaLabels: guessAgendaLabels(found.map(({ source }) => source)),
  };
}

function guessAgendaLabels(sources: readonly string[]): readonly string[] {
  const counts = new Counts();
  for (const source of sources) {
    for (const [, bold, linked] of source.matchAll(AGENDA_LABEL)) {
      const label = bold ?? linked ?? "";
      if (/agenda/i.test(label)) counts.add(label);
    }
  }
  return counts.ranked.slice(0, 3);
}
