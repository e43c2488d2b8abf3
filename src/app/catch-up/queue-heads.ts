import type { AppClients } from "../../github/clients.ts";
import { GitHubError } from "../../github/errors.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Log } from "../../pipeline/log.ts";

/**
 * Queues a look at the head of each repository of minutes that was ever applied, in case a push was never heard of.
 * A job whose head was applied already ends after one request.
 *
 * @returns how many were queued
 */
export async function queueHeads({
  ledger,
  queue,
  clients,
  log,
}: {
  ledger: Ledger;
  queue: Queue;
  clients: AppClients;
  log: Log;
}): Promise<number> {
  let queued = 0;
  for (const { minutes, commit, id = null } of await ledger.listHeads()) {
    const installationId = await findInstallation(clients, minutes, log);
    if (installationId === null) continue;
    // From where it starts goes with the job, so that it does so even where the ledger is lost meanwhile.
    const data = { before: commit };
    await queue.add({
      installationId,
      repository: minutes,
      repositoryId: id,
      cause: "catch-up",
      deliveryId: null,
      data,
    });
    queued += 1;
  }
  return queued;
}

/** null: there is none, or GitHub does not say. */
async function findInstallation(
  clients: AppClients,
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
