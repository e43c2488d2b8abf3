import { LRUCache } from "lru-cache";
import type { SeenIssue } from "../../ledger/ledger.ts";
import { findMarker, type IssueMarker } from "../../plan/marker.ts";

/** A backfill reads the markers of all issues for each file; these many, of half a kilobyte, cost no more than that. */
const MOST = 20_000;

const known = new LRUCache<string, { readonly found: IssueMarker | null }>({ max: MOST });

/** The marker of one of Minutebook's issues. null: it is none of an action. */
export function readSeenMarker({ marker }: Pick<SeenIssue, "marker">): IssueMarker | null {
  const kept = known.get(marker);
  if (kept !== undefined) return kept.found;
  const found = findMarker(marker);
  const read = { found: found?.kind === "issue" ? found : null };
  known.set(marker, read);
  return read.found;
}
