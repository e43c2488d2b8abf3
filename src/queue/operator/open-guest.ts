import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";
import { newestVersion, readVersion } from "../../ledger/database/migrate.ts";
import { startBoss } from "../boss.ts";
import { BossQueue } from "../boss-queue.ts";
import { openDatabase, type StorePlace } from "../open-store.ts";
import type { OperatorQueue } from "./operator-queue.ts";

/** The queue of an app, for a command that comes and goes. */
export interface Guest {
  readonly queue: OperatorQueue;
  readonly close: () => Promise<void>;
}

/** Nothing can be asked of this database. The message says what to do. */
export class GuestError extends CodedError {
  override readonly name = "GuestError";
}

/**
 * Opens the database of an app without migrating it, beside the processes that run on it.
 *
 * @throws GuestError where the app has never started on it, or another version of Minutebook has
 */
export async function openGuest(place: StorePlace): Promise<Guest> {
  const onError = (): void => undefined;
  const { database, bossPlace } = await openDatabase(place, onError, true);
  try {
    assertVersion(await readVersion(database));
    const boss = await startBoss(bossPlace, onError, true);
    const queue = new BossQueue(database, boss, { onError });
    return {
      queue,
      async close() {
        await queue.stop();
        await boss.stop({ graceful: false, close: true });
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function assertVersion(version: number | null): void {
  const own = newestVersion();
  if (version === own) return;
  if (version === null) throw new GuestError(storageError("database-never-used"));
  throw new GuestError(
    version < own
      ? storageError("database-too-old-for-command", { version, newest: own })
      : storageError("database-too-new-for-command", { version, newest: own }),
  );
}
