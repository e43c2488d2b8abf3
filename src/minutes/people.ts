import { foldName } from "../language/owners.ts";
import type { Attendee } from "./meeting.ts";
import { own } from "./own.ts";

/** Someone named by the minutes or the configuration. */
export interface Person {
  /** The longest name known: as the attendee list has it, or the configuration's key. */
  readonly name: string;
  readonly login: string | null;
  /** By what they are known. */
  readonly from: PersonSource;
}

/**
 * What gives a name with its login: the configuration's `people`, or the list of those present. `speech`: who only
 * speaks.
 */
export type PersonSource = "configuration" | "attendees" | "speech";

/** Who is who on a page: those present, those configured, those who speak. */
export interface People {
  /**
   * Finds a person by a name as written: full, short, a login with or without `@`, initials. Where a short name fits
   * several people, somebody is known (`login` null), nobody in particular.
   */
  find(name: string): Person | null;
  isKnown(name: string): boolean;
  /** Whether it is somebody's initials, as the list of those present gives them. */
  isSomebody(name: string): boolean;
  loginOf(name: string): string | null;
  readonly all: readonly Person[];
}

const words = (name: string): string[] => name.split(/[\s_/]+/).filter((word) => /[\p{L}]/u.test(word));
const initials = (name: string): string =>
  words(name.replace(/-/g, " "))
    .map((word) => word[0] ?? "")
    .join("");

class Directory implements People {
  readonly all: Person[] = [];
  private readonly byName = new Map<string, Person | null>();
  private readonly byShortName = new Map<string, Person | null>();
  private readonly byInitials = new Map<string, Person | null>();
  /** As given beside the name; these win over what the name's words begin with. */
  private readonly byGivenInitials = new Map<string, Person>();

  add(name: string, login: string | null, from: PersonSource): void {
    const known = this.byName.get(foldName(name));
    if (known !== undefined && known !== null && (login === null || known.login === login)) return;
    const person = { name, login, from };
    this.all.push(person);
    this.byName.set(foldName(name), person);
    if (login !== null && !this.byName.has(foldName(login))) this.byName.set(foldName(login), person);
    const parts = words(name);
    if (parts.length > 1) {
      const ends = [parts[0] ?? "", parts.slice(0, 2).join(" "), parts.at(-1) ?? ""];
      for (const part of new Set(ends.map(foldName))) note(this.byShortName, part, person);
    }
    if (parts.length > 1 || name.includes("-")) note(this.byInitials, initials(name).toUpperCase(), person);
  }

  addInitials(initials: string, name: string): void {
    const person = this.find(name);
    if (person !== null) this.byGivenInitials.set(initials, person);
  }

  find(name: string): Person | null {
    const key = foldName(name);
    const exact = this.byName.get(key) ?? this.byGivenInitials.get(name.trim());
    if (exact !== undefined) return exact;
    const short = this.byShortName.get(key);
    if (short !== undefined) return short ?? { name, login: null, from: "attendees" };
    const upper = name.trim().replace(/\./g, "");
    const initial = /^\p{Lu}{2,3}$/u.test(upper) ? this.byInitials.get(upper) : undefined;
    if (initial !== undefined) return initial ?? { name, login: null, from: "attendees" };
    return this.byFirstName(words(name));
  }

  /**
   * `Ada Byron` is who is only known as Ada; no login, and nobody who has another surname, is as good as a first
   * name.
   */
  private byFirstName([first = "", ...others]: readonly string[]): Person | null {
    const key = foldName(first);
    if (others.length === 0 || this.byShortName.has(key)) return null;
    const person = this.byName.get(key) ?? null;
    return person !== null && foldName(person.name) === key ? person : null;
  }

  isKnown(name: string): boolean {
    return this.find(name) !== null;
  }

  isSomebody(name: string): boolean {
    return this.byGivenInitials.has(name.trim());
  }

  loginOf(name: string): string | null {
    return this.find(name)?.login ?? null;
  }
}

/** null: several people share it. */
function note(map: Map<string, Person | null>, key: string, person: Person): void {
  if (key === "") return;
  const there = map.get(key);
  const isSame =
    there === undefined || (there !== null && there.login !== null && there.login === person.login);
  map.set(key, isSame ? person : null);
}

/**
 * Makes the directory of a page.
 *
 * @param configured Names as written in the minutes to logins; they win over what the minutes say.
 * @param speakers Names in front of what somebody says.
 * @param initials Whose initials the list of those present gives.
 */
export function makePeople(
  configured: Readonly<Record<string, string>>,
  attendees: readonly Attendee[],
  speakers: readonly string[],
  initials: ReadonlyMap<string, string> = new Map(),
): People {
  const directory = new Directory();
  for (const [name, login] of Object.entries(configured)) directory.add(name, login, "configuration");
  for (const { name, login } of attendees) {
    const configuredLogin = own(configured, name);
    if (login === null && isShortOf(name, directory.find(name), attendees)) continue;
    directory.add(
      name,
      configuredLogin ?? login,
      configuredLogin === undefined ? "attendees" : "configuration",
    );
  }
  for (const [letters, name] of initials) directory.addInitials(letters, name);
  for (const name of speakers) if (!directory.isKnown(name)) directory.add(name, null, "speech");
  return directory;
}

/** Whether somebody present is called only by one name of a configured person, and nobody else present has it. */
function isShortOf(name: string, person: Person | null, attendees: readonly Attendee[]): boolean {
  if (person?.from !== "configuration" || words(name).length !== 1) return false;
  const has = (whole: string): boolean =>
    foldName(whole) !== foldName(name) && words(whole).some((word) => foldName(word) === foldName(name));
  return has(person.name) && !attendees.some((other) => has(other.name));
}
