import type { KnownPost } from "../github/port.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Snapshot, SnapshotRequest } from "../plan/snapshot.ts";

/** The comments that the ledger knows to stand, or to be gone, on the threads that a snapshot will ask about. */
export async function findKnownPosts(
  ledger: Ledger,
  minutes: RepositoryName,
  request: SnapshotRequest,
): Promise<readonly LedgerEntry[]> {
  const threads = Object.entries(request.repositories).flatMap(([repository, { threads: numbers }]) =>
    numbers.map((number) => ({ target: repository.toLowerCase(), number })),
  );
  if (threads.length === 0) return [];
  return ledger.find({ minutes: minutes.toLowerCase(), threads });
}

/** What the snapshot needs of them. Of a try whose outcome is unknown there is no id to ask for. */
export function toKnownPosts(entries: readonly LedgerEntry[]): readonly KnownPost[] {
  return entries.flatMap(({ key, target, number, id, state }) =>
    state === "intended" || number === null || id === null
      ? []
      : [{ key, repository: target, number, id, gone: state === "gone" }],
  );
}

/** Writes down which comments people deleted, so that it is known even when the thread is not read again. */
export async function rememberDeleted(
  ledger: Ledger,
  entries: readonly LedgerEntry[],
  snapshot: Snapshot,
): Promise<readonly string[]> {
  const deleted = new Set(
    Object.values(snapshot.repositories).flatMap((state) =>
      Object.values(state.known ? state.threads : {}).flatMap((thread) =>
        thread.known ? thread.deletedComments : [],
      ),
    ),
  );
  const news = entries.filter(({ key, state }) => state === "done" && deleted.has(key));
  for (const entry of news) await ledger.settle({ ...entry, state: "gone" });
  return news.map(({ key }) => key);
}
