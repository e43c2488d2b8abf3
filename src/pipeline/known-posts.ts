import type { KnownPost } from "../github/port.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { MinutesChange } from "../plan/input.ts";
import { commentKey } from "../plan/keys.ts";
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

/**
 * What the ledger knows to stand for files of which nobody can read any more what they said before: without it, comments
 * on issues that such a file no longer mentions would stay.
 */
export async function addKnownTargets(
  ledger: Ledger,
  minutes: RepositoryName,
  files: readonly MinutesChange[],
): Promise<readonly MinutesChange[]> {
  const entries = await ledger.find({ minutes: minutes.toLowerCase() });
  const standing = entries.filter(({ kind, state }) => kind === "comment" && state === "done");
  return files.map((file) => {
    const prefix = commentKey(minutes, file.path, "");
    const keys = standing.filter(({ key }) => key.startsWith(prefix));
    return { ...file, knownTargets: keys.map(({ key }) => key.slice(prefix.length)) };
  });
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
