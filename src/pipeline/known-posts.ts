import type { KnownPost } from "../github/port.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Snapshot, SnapshotRequest } from "../plan/snapshot.ts";

/**
 * The comments that the ledger knows to exist, or to be gone, on the threads that a snapshot will ask about; and on
 * those of the same numbers elsewhere, since only GitHub knows what their repositories are called by now.
 */
export async function findKnownPosts(
  ledger: Ledger,
  source: RepositoryName,
  request: SnapshotRequest,
): Promise<readonly LedgerEntry[]> {
  const numbers = new Set(Object.values(request.repositories).flatMap(({ threads }) => threads));
  return numbers.size === 0 ? [] : ledger.find({ source: source.toLowerCase(), numbers: [...numbers] });
}

/** What the snapshot needs of them. Of a comment that may not have been made yet there is no id to ask for. */
export function toKnownPosts(entries: readonly LedgerEntry[]): readonly KnownPost[] {
  return entries.flatMap(({ key, target, number, id, state }) =>
    number === null || id === null
      ? []
      : [{ key, repository: target, number, id, state: state === "intended" ? "done" : state }],
  );
}

/**
 * Writes down which comments people deleted, so that it is known even when the thread is not read again; and forgets
 * those that we deleted ourselves before we were broken off.
 */
export async function rememberDeleted(
  ledger: Ledger,
  entries: readonly LedgerEntry[],
  snapshot: Snapshot,
): Promise<void> {
  const deleted = new Set(
    Object.values(snapshot.repositories).flatMap((state) =>
      Object.values(state.known ? state.threads : {}).flatMap((thread) =>
        thread.known ? thread.deletedComments : [],
      ),
    ),
  );
  const news = entries.filter(({ key, state }) => state !== "gone" && deleted.has(key));
  for (const entry of news) await ledger.settle({ ...entry, state: "gone" });
  const removed = entries.filter((entry) => entry.state === "removing" && !isPosted(entry, snapshot));
  await ledger.forget(removed.map(({ key }) => key));
}

/** Whether it is on its thread. What a listing left out the snapshot has asked for. */
function isPosted({ target, number, id }: LedgerEntry, { repositories }: Snapshot): boolean {
  const state = repositories[target];
  const thread = state?.known ? state.threads[String(number)] : undefined;
  return !thread?.known || thread.comments.some((comment) => String(comment.id) === id);
}
