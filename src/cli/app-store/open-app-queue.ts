import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { storageError } from "../../messages/storage-errors.ts";
import type { Environment } from "../../app/environment.ts";
import { type Guest, GuestError, openGuest } from "../../queue/operator/open-guest.ts";
import { reachQueue } from "../../queue/operator/reach.ts";

/** The queue of an app, and how it was reached. */
export interface AppQueue extends Guest {
  /** For people. */
  readonly where: string;
}

/**
 * Reaches the queue of the app with this environment: its PostgreSQL, the app that runs on its data folder, or the
 * folder itself where none runs.
 *
 * @throws GuestError, or what the database says
 */
export async function openAppQueue(env: Environment, cwd: string): Promise<AppQueue> {
  if (env.DATABASE_URL) {
    return { ...(await openGuest({ databaseUrl: env.DATABASE_URL })), where: "PostgreSQL" };
  }
  const dataFolder = resolve(cwd, env.DATA_FOLDER || "data");
  const queue = await reachQueue(dataFolder);
  if (queue !== null) return { queue, close: async () => undefined, where: `the app on ${dataFolder}` };
  if (!existsSync(dataFolder)) {
    throw new GuestError(storageError("no-data-folder", { folder: dataFolder }));
  }
  return { ...(await openGuest({ dataFolder })), where: `the folder ${dataFolder}; no app runs on it` };
}
