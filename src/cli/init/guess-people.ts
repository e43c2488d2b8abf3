import { Counts } from "./counts.ts";
import type { Contributor } from "./find-contributors.ts";
import type { FoundMeeting } from "./project-minutes.ts";

export interface PeopleGuess {
  /** Names as the minutes use them, to logins. */
  readonly people: Readonly<Record<string, string>>;
  /** Where each of these logins is from, by the same names: `Ada Pine, minutes/2.md`. */
  readonly sources: Readonly<Record<string, string>>;
  /** Who owns actions and has no login that anybody knows; the most frequent first. */
  readonly unknown: readonly string[];
}

/** A longer list nobody reads. */
const MAX_UNKNOWN = 20;

const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*$/u;

/**
 * Guesses who is who: for the names that own actions, or that are in a list of those present without a login, what
 * other lists, commits and lists of contributors say. A name that may mean several people is left out.
 */
export function guessPeople(
  found: readonly FoundMeeting[],
  contributors: readonly Contributor[],
): PeopleGuess {
  const present = found.flatMap(({ meeting }) => meeting.attendees);
  const listed = found.flatMap(({ meeting: { attendees, path } }) =>
    attendees.flatMap(({ name, login }) => (login === null ? [] : [{ name, login, from: path }])),
  );
  const known = [...listed, ...contributors.filter(({ name }) => !isSomebodyElse(name, present))];
  const owners = new Counts();
  for (const { meeting } of found) {
    for (const owner of meeting.actions.flatMap((action) => action.owners)) owners.add(owner);
  }
  const wanted = new Set([
    ...owners.ranked,
    ...present.flatMap(({ name, login }) => (login === null ? name.trim() : [])),
  ]);
  const people = new Map<string, Contributor>();
  for (const name of [...wanted]
    .filter((one) => NAME.test(one))
    .sort((one, other) => one.localeCompare(other))) {
    const somebody = findPerson(name, known);
    if (somebody !== null) people.set(name, somebody);
  }
  // A word that nobody present is called by may be no name at all.
  const isUnknown = (name: string): boolean =>
    NAME.test(name) &&
    findPerson(name, known) === null &&
    present.some((one) => `${fold(one.name)} `.startsWith(`${fold(name)} `));
  const kept = withoutShort(people);
  return {
    people: Object.fromEntries(kept.map(([name, { login }]) => [name, login])),
    sources: Object.fromEntries(kept.map(([name, one]) => [name, `${one.name}, ${one.from}`])),
    unknown: owners.ranked.filter(isUnknown).slice(0, MAX_UNKNOWN),
  };
}

/** Whether the minutes list somebody of the same first name as a contributor, who is called otherwise. */
function isSomebodyElse(contributor: string, present: readonly { readonly name: string }[]): boolean {
  const [first = "", ...rest] = fold(contributor).split(" ");
  if (rest.length === 0) return false;
  const namesakes = present.map(({ name }) => fold(name)).filter((name) => name.startsWith(`${first} `));
  return namesakes.length > 0 && !namesakes.includes(fold(contributor));
}

/** Whoever has this name, or these first names; null: there is nobody, or there are several. */
function findPerson(name: string, known: readonly Contributor[]): Contributor | null {
  const folded = fold(name);
  const same = known.filter((one) => fold(one.name) === folded);
  const fitting = same.length > 0 ? same : known.filter((one) => fold(one.name).startsWith(`${folded} `));
  return new Set(fitting.map(({ login }) => login.toLowerCase())).size === 1 ? (fitting[0] ?? null) : null;
}

/** First names go where one full name says the same: reading knows people by their first names, too. */
function withoutShort(people: ReadonlyMap<string, Contributor>): (readonly [string, Contributor])[] {
  const names = [...people.keys()];
  const isSaid = (name: string): boolean =>
    names.filter((other) => fold(other).startsWith(`${fold(name)} `)).length === 1;
  return [...people].filter(([name]) => !isSaid(name));
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
