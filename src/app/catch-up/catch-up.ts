import { makeClient, type OctokitLike } from "../../github/client.ts";
import type { AppClients } from "../../github/clients.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Log } from "../../pipeline/log.ts";
import { queueHeads } from "./queue-heads.ts";
import { queueIssues } from "./queue-issues.ts";
import { redeliverFailed } from "./redeliver.ts";

export interface CatchUpTools {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly clients: AppClients;
  readonly asApp: () => Promise<OctokitLike>;
  readonly log: Log;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Finds what was never heard of: heads that moved while the app was away, deliveries that failed, and issues of actions
 * that people closed or reopened. Never throws: what goes wrong is told, and the next time comes within the hour.
 */
export async function catchUp(tools: CatchUpTools): Promise<void> {
  const { log, asApp, now } = tools;
  try {
    const queued = await queueHeads(tools);
    const redelivered = await redeliverFailed(makeClient(await asApp()), log, now());
    const told = await queueIssues(tools);
    log.info({ queued, redelivered, told }, "Looked for what was missed");
  } catch (error) {
    log.error({ err: error }, "Could not look for what was missed; it is tried again within the hour");
  }
}
