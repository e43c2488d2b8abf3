import type { AppClients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Log } from "../../pipeline/log.ts";
import type { KnownHead, MovedHead } from "./find-moved.ts";

/**
 * So many repositories are looked at each time: where the app is installed it asks under a limit of 5,000 requests an
 * hour that all share, and anybody may have installed it on thousands of repositories once.
 */
const MOST = 1000;

const HOUR_MS = 60 * 60 * 1000;

/**
 * Queues a look at the head of each repository of minutes that was ever applied, in case the app never received a push.
 * Of very many, some are looked at each hour, in turn.
 *
 * @param tools - `findMoved` leaves out those for which there is nothing to do. Absent: none.
 * @returns how many were queued
 */
export async function queueHeads({
  ledger,
  queue,
  clients,
  log,
  now,
  findMoved = async (heads: readonly KnownHead[]): Promise<readonly MovedHead[]> => heads,
}: {
  ledger: Ledger;
  queue: Queue;
  clients: Pick<AppClients, "findInstallation">;
  log: Log;
  /** In milliseconds. */
  now: () => number;
  findMoved?: (heads: readonly KnownHead[]) => Promise<readonly MovedHead[]>;
}): Promise<number> {
  let queued = 0;
  for (const head of await findMoved(inTurn(await ledger.listHeads(), now()))) {
    const { source, commit, id = null } = head;
    const installationId = head.installationId ?? (await findInstallation(clients, source, log));
    if (installationId === null) continue;
    // From where it starts goes with the job, so that it does so even where the ledger is lost meanwhile.
    const data = { before: commit, ...(head.seen === undefined ? {} : { seen: head.seen }) };
    await queue.add({
      installationId,
      repository: source,
      repositoryId: id,
      cause: "catch-up",
      deliveryId: null,
      data,
    });
    queued += 1;
  }
  return queued;
}

/** Those whose turn it is in this hour; all of them where they are not too many. */
function inTurn<Head>(heads: readonly Head[], now: number): readonly Head[] {
  if (heads.length <= MOST) return heads;
  const start = (Math.floor(now / HOUR_MS) * MOST) % heads.length;
  return [...heads.slice(start), ...heads.slice(0, start)].slice(0, MOST);
}

/** null: there is none, or GitHub does not say. */
async function findInstallation(
  clients: Pick<AppClients, "findInstallation">,
  repository: RepositoryName,
  log: Log,
): Promise<number | null> {
  try {
    const id = await clients.findInstallation(repository);
    if (id === null) log.info({ repository }, "The app is no longer installed there");
    return id;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warn({ err: error, repository }, "Could not look at its head; it is tried again within the hour");
    return null;
  }
}
