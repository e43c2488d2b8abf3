import { isSameName } from "../../config/names.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";

/** A repository of minutes that a target lets post. */
export interface Accepted {
  readonly name: RepositoryName;
  /** GitHub's id; null: whichever repository has that name. */
  readonly id: string | null;
}

/** An entry of `accept`, taken apart: `owner/name`, or `owner/name@id`. */
export function parseAccepted(entry: string): Accepted {
  const [name = "", id = null] = entry.split("@");
  return { name, id };
}

/** A repository of minutes, by its name and GitHub's id. */
export interface MinutesName {
  readonly name: RepositoryName;
  readonly id?: string | null;
}

/** Whether a target's list names a repository of minutes; an entry with an id is of that one alone. */
export function accepts(accept: readonly string[], minutes: MinutesName): boolean {
  return accept.some((entry) => {
    const { name, id } = parseAccepted(entry);
    return isSameName(name, minutes.name) && (id === null || id === (minutes.id ?? null));
  });
}
