import type { Ledger } from "../ledger/ledger.ts";
import { assertLocksHold } from "../ledger/database/check-locks.ts";
import { exclusivelyWith } from "../ledger/database/exclusively.ts";
import type { Database } from "../ledger/database/database.ts";
import { migrate } from "../ledger/database/migrate.ts";
import { openPGlite } from "../ledger/database/open-pglite.ts";
import { CONNECT_TIMEOUT_MS, openPostgres } from "../ledger/database/open-postgres.ts";
import { createSqlLedger } from "../ledger/sql-ledger.ts";
import { startBoss, type BossPlace } from "./boss.ts";
import { BossQueue, type BossQueueOptions } from "./boss-queue.ts";
import type { DurableQueue } from "./queue.ts";

/** Where everything is kept: a folder of this process's own (null: in memory), or a PostgreSQL that many may share. */
export type StorePlace = { readonly dataFolder: string | null } | { readonly databaseUrl: string };

/** GitHub sends deliveries again for three days; older ids need not be known. */
const KEPT_DAYS = 7;

export interface Store {
  readonly ledger: Ledger;
  readonly queue: DurableQueue;
  /** Whether the database answers. Rejects with the reason if not. */
  check(): Promise<void>;
  /** Runs it unless another process is at the same. Returns whether it ran. */
  exclusively(name: string, run: () => Promise<void>): Promise<boolean>;
  /** What has to be done every hour or so: forgets old deliveries and gives their room to new ones. */
  tidy(): Promise<void>;
  /** Stops the queue, then closes the database. */
  close(): Promise<void>;
}

/** Opens ledger and queue, after bringing the database's schema up to date. */
export async function openStore(place: StorePlace, options: BossQueueOptions): Promise<Store> {
  const { database, bossPlace } = await openDatabase(place, options.onError, false);
  try {
    const boss = await startBoss(bossPlace, options.onError);
    const queue = new BossQueue(database, boss, options);
    return {
      ledger: createSqlLedger(database),
      queue,
      async check() {
        await database.query("select 1");
      },
      async tidy() {
        await queue.forgetDeliveries(KEPT_DAYS);
        await database.tidy();
      },
      exclusively: exclusivelyWith(database.locks),
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

/**
 * Opens the database.
 *
 * @param isGuest - It is another process's, who brings its schema up to date: nothing is made or migrated.
 */
export async function openDatabase(
  place: StorePlace,
  onError: (error: unknown) => void,
  isGuest: boolean,
): Promise<{ readonly database: Database; readonly bossPlace: BossPlace }> {
  if ("databaseUrl" in place) {
    const { databaseUrl } = place;
    if (!isGuest) {
      await assertLocksHold({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
      await migrateAndClose(openPostgres({ databaseUrl, onError, isPatient: true }));
    }
    return { database: openPostgres({ databaseUrl, onError }), bossPlace: { databaseUrl } };
  }
  const database = await openPGlite(place.dataFolder);
  try {
    if (!isGuest) await migrate(database);
    return { database, bossPlace: { pglite: database } };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function migrateAndClose(database: Database): Promise<void> {
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}
