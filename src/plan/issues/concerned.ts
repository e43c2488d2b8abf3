import type { IssueMarker } from "../marker.ts";
import type { Concern } from "../snapshot.ts";
import { mayBeSimilarInOtherMinutes } from "./similarity.ts";

/**
 * Whether a plan for these minutes may have anything to do with an action's issue: it is theirs, they are listed in it
 * as carrying it over, or they have an action of nearly these words. Never false where `matchActions` finds a pair.
 */
export function mayConcern({ path, also, text }: IssueMarker, { paths, actions }: Concern): boolean {
  return (
    paths.includes(path) ||
    also.some((entry) => paths.includes(entry.path)) ||
    actions.some((action) => mayBeSimilarInOtherMinutes(action, text))
  );
}
