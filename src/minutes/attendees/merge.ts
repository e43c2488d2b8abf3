import type { Attendee } from "../meeting.ts";
import { own } from "../own.ts";

const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

/**
 * One entry for each person: by name, or by the login that the notes or the configuration give. The longer name
 * stays.
 */
export function mergeAttendees(
  found: readonly Attendee[],
  people: Readonly<Record<string, string>>,
): Attendee[] {
  const merged: Attendee[] = [];
  const known = new Map<string, number>();
  for (const attendee of found) {
    const login = attendee.login ?? own(people, attendee.name) ?? null;
    const keys = [`name ${fold(attendee.name)}`, ...(login === null ? [] : [`login ${login.toLowerCase()}`])];
    const index = keys.map((key) => known.get(key)).find((at) => at !== undefined) ?? merged.length;
    const there = merged[index];
    const isLonger = there === undefined || attendee.name.length > there.name.length;
    merged[index] = { name: isLonger ? attendee.name : there.name, login: there?.login ?? login };
    for (const key of keys) known.set(key, index);
  }
  return merged;
}
