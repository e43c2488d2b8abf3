import { Counts } from "./counts.ts";
import type { Contributor } from "./find-contributors.ts";
import type { FoundMeeting } from "./project-minutes.ts";

export interface PeopleGuess {
  /** Names as the minutes use them, to logins. */
  readonly people: Readonly<Record<string, string>>;
  /** Who owns actions and has no login that anybody knows; the most frequent first. */
  readonly unknown: readonly string[];
}

/** A longer list nobody reads. */
const MAX_UNKNOWN = 20;

const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*$/u;

/**
 * Guesses who is who: for the names that own actions, or that stand in a list of those present without a login, what
 * other lists, commits and lists of contributors say. A name that may mean several people is left out.
 */
export function guessPeople(
  found: readonly FoundMeeting[],
  contributors: readonly Contributor[],
): PeopleGuess {
  const present = found.flatMap(({ meeting }) => meeting.attendees);
  const known = [
    ...present.flatMap(({ name, login }) => (login === null ? [] : [{ name, login }])),
    ...contributors,
  ];
  const owners = new Counts();
  for (const { meeting } of found) {
    for (const owner of meeting.actions.flatMap((action) => action.owners)) owners.add(owner);
  }
  const wanted = new Set([
    ...owners.ranked,
    ...present.flatMap(({ name, login }) => (login === null ? name.trim() : [])),
  ]);
  const people = new Map<string, string>();
  for (const name of [...wanted]
    .filter((one) => NAME.test(one))
    .sort((one, other) => one.localeCompare(other))) {
    const login = findLogin(name, known);
    if (login !== null) people.set(name, login);
  }
  // A word that nobody present is called by may be no name at all.
  const isUnknown = (name: string): boolean =>
    NAME.test(name) &&
    findLogin(name, known) === null &&
    present.some((one) => `${fold(one.name)} `.startsWith(`${fold(name)} `));
  return { people: withoutShort(people), unknown: owners.ranked.filter(isUnknown).slice(0, MAX_UNKNOWN) };
}

/** The login of everybody who has this name, or these first names; null: there is none, or several. */
function findLogin(name: string, known: readonly Contributor[]): string | null {
  const folded = fold(name);
  const same = known.filter((one) => fold(one.name) === folded);
  const fitting = same.length > 0 ? same : known.filter((one) => fold(one.name).startsWith(`${folded} `));
  const logins = new Map(fitting.map(({ login }) => [login.toLowerCase(), login]));
  return logins.size === 1 ? ([...logins.values()][0] ?? null) : null;
}

/** First names go where one full name says the same: reading knows people by their first names, too. */
function withoutShort(people: ReadonlyMap<string, string>): Record<string, string> {
  const names = [...people.keys()];
  const isSaid = (name: string): boolean =>
    names.filter((other) => fold(other).startsWith(`${fold(name)} `)).length === 1;
  return Object.fromEntries([...people].filter(([name]) => !isSaid(name)));
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
