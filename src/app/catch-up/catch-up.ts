import { makeClient, type OctokitLike } from "../../github/client.ts";
import type { AppClients } from "../../github/clients.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Queue } from "../../queue/queue.ts";
import type { Log } from "../../pipeline/log.ts";
import { findMoved } from "./find-moved.ts";
import { noteBegin, noteEnd, type Occasion } from "./pace-looks.ts";
import { queueHeads } from "./queue-heads.ts";
import { queueIssues } from "./queue-issues.ts";
import { redeliverFailed } from "./redeliver.ts";

export interface CatchUpTools {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly clients: AppClients;
  readonly asApp: () => Promise<OctokitLike>;
  /** The login of our bot. */
  readonly findOwnLogin: () => Promise<string>;
  readonly log: Log;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * What may have been missed, by the name that its number has in the log. Each is looked for whatever became of the
 * others.
 */
const LOOKS: Readonly<Record<string, (tools: CatchUpTools, occasion: Occasion) => Promise<number>>> = {
  queued: (tools) => queueHeads({ ...tools, findMoved: (heads) => findMoved(tools, heads) }),
  redelivered: async (tools, occasion) =>
    redeliverFailed({ ...tools, app: makeClient(await tools.asApp()) }, occasion),
  reported: queueIssues,
};

/**
 * Finds what the app never received: heads that moved while the app was away, deliveries that failed, and issues of
 * actions that people closed or reopened. Never throws: it logs what goes wrong, and the next time comes within the
 * hour.
 */
export async function catchUp(tools: CatchUpTools, occasion: Occasion = "hour"): Promise<void> {
  const { ledger, log, now } = tools;
  const counts: Record<string, number> = {};
  const tell = (err: unknown) =>
    log.error({ err }, "Could not look for what was missed; it is tried again within the hour");
  const begun = now();
  await noteBegin(ledger, begun).catch(tell);
  let isWhole = true;
  for (const [name, look] of Object.entries(LOOKS)) {
    if (occasion === "again" && name !== "redelivered") continue;
    try {
      counts[name] = await look(tools, occasion);
    } catch (error) {
      isWhole = false;
      tell(error);
    }
  }
  // Of deliveries it is asked once more with all the rest.
  if (isWhole || occasion === "again") await noteEnd(ledger, begun, occasion).catch(tell);
  log.info(counts, "Looked for what was missed");
}
