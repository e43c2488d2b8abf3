import type { Ledger } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import { findMarker } from "../plan/marker.ts";
import { hasSameOwner } from "../minutes/repository-name.ts";

/** Something that we posted, as it is now. */
export interface Post {
  readonly body: string;
  /** Where it is. */
  readonly repository: RepositoryName;
  /** Of the issue, or of the thread. */
  readonly number: number;
  /** By which GitHub knows it. */
  readonly ids: readonly (string | number | undefined)[];
}

/**
 * The repository of the minutes that one of Minutebook's posts is about. Anyone who can edit the post can write any
 * name into its marker: minutes of another owner count only if the ledger knows that they have this post.
 *
 * @returns null: there are none, or it is not known
 */
export async function findMinutesOfPost(
  ledger: Pick<Ledger, "find">,
  { body, repository, number, ids }: Post,
): Promise<RepositoryName | null> {
  const marker = findMarker(body);
  if (marker === null) return null;
  if (hasSameOwner(marker.repository, repository)) return marker.repository;
  const known = (await ledger.find({ keys: [marker.key] })).find(
    (entry) =>
      entry.number === number &&
      (entry.target === repository.toLowerCase() || ids.some((id) => String(id) === entry.id)),
  );
  return known?.source ?? null;
}
