import type { Attendee } from "../meeting.ts";

const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

/** One entry for each person: by name, or by the login that the notes or the configuration give. The longer name stays. */
export function mergeAttendees(found: readonly Attendee[], people: Readonly<Record<string, string>>): Attendee[] {
  const merged: Attendee[] = [];
  for (const attendee of found) {
    const login = attendee.login ?? people[attendee.name] ?? null;
    const key = login?.toLowerCase();
    const index = merged.findIndex((other) => {
      const otherLogin = other.login ?? people[other.name] ?? null;
      return fold(other.name) === fold(attendee.name) || (key !== undefined && otherLogin?.toLowerCase() === key);
    });
    const there = merged[index];
    if (there === undefined) merged.push({ name: attendee.name, login });
    else {
      const name = attendee.name.length > there.name.length ? attendee.name : there.name;
      merged[index] = { name, login: there.login ?? login };
    }
  }
  return merged;
}
