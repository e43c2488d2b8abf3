import type { AppClients } from "../../github/clients.ts";
import type { Ledger } from "../../ledger/ledger.ts";
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
  for (const { minutes, commit } of await ledger.listHeads()) {
    const installationId = await clients.findInstallation(minutes);
    if (installationId === null) {
      log.info({ repository: minutes }, "The app is no longer installed there");
      continue;
    }
    // From where it starts goes with the job, so that it does so even where the ledger is lost meanwhile.
    const data = { before: commit };
    await queue.add({ installationId, repository: minutes, cause: "catch-up", deliveryId: null, data });
    queued += 1;
  }
  return queued;
}
