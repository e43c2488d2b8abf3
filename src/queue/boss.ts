import {
  type CommandResponse,
  type Db as BossConnection,
  fromPglite,
  PgBoss,
  type QueuePolicy,
  type UpdateQueueOptions,
} from "pg-boss";
import type { Connection, Database } from "../ledger/database/database.ts";
import type { PGliteDatabase } from "../ledger/database/open-pglite.ts";
import { CONNECT_TIMEOUT_MS } from "../ledger/database/open-postgres.ts";

/** The schema of pg-boss's own tables. */
export const BOSS_SCHEMA = "minutebook_queue";
export const JOBS = "jobs";
/** Jobs that were given up wait here for a person. */
export const DEAD = "dead-jobs";

const DAY_SECONDS = 24 * 60 * 60;

/** The database with the queue in it. */
export interface Store {
  readonly database: Database;
  readonly boss: PgBoss;
}

export type BossPlace = { readonly pglite: PGliteDatabase } | { readonly databaseUrl: string };

/**
 * Starts pg-boss and makes its queues. Its schema is migrated under its own lock.
 *
 * @param isGuest - Another process owns the queues: nothing is migrated, created or maintained. (Default: false)
 */
export async function startBoss(
  place: BossPlace,
  onError: (error: Error) => void,
  isGuest = false,
): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: BOSS_SCHEMA,
    schedule: false,
    migrate: !isGuest,
    supervise: !isGuest,
    // On PGlite there is no other process that adds jobs.
    useListenNotify: !("pglite" in place),
    ...("pglite" in place
      ? { db: onPGlite(place.pglite), backend: "pglite", reindex: false, monitorVacuum: false }
      : {
          connectionString: place.databaseUrl,
          max: 5,
          application_name: "minutebook queue",
          connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        }),
  });
  boss.on("error", onError);
  await boss.start();
  if (!isGuest) await makeQueues(boss, place);
  // pg-boss remembers its queues when first asked; inside a transaction on PGlite it could not ask.
  await boss.findJobs(JOBS, { limit: 1 });
  await boss.findJobs(DEAD, { limit: 1 });
  return boss;
}

async function makeQueues(boss: PgBoss, place: BossPlace): Promise<void> {
  await makeQueue(boss, DEAD, "standard", {
    retentionSeconds: 365 * DAY_SECONDS,
    deleteAfterSeconds: 30 * DAY_SECONDS,
  });
  // Singleton: one active job per key, in whatever process.
  await makeQueue(boss, JOBS, "singleton", {
    notify: !("pglite" in place),
    deadLetter: DEAD,
    // We count and space failures; this counts the times that a process died during a job.
    retryLimit: 200,
    expireInSeconds: DAY_SECONDS - 1,
    retentionSeconds: 30 * DAY_SECONDS,
    deleteAfterSeconds: 60 * 60,
  });
}

/** An existing queue keeps its policy and gets these options, which may differ in an earlier version. */
async function makeQueue(
  boss: PgBoss,
  name: string,
  policy: QueuePolicy,
  options: UpdateQueueOptions,
): Promise<void> {
  await boss.createQueue(name, { policy });
  await boss.updateQueue(name, options);
}

/** Lets pg-boss work on our PGlite, between our transactions. */
function onPGlite(database: PGliteDatabase): BossConnection {
  return fromPglite({
    query: async <T>(text: string, values?: unknown[]) => ({
      rows: [...(await database.query(text, values))] as T[],
    }),
    exec: async (text) => [{ rows: [...(await database.script(text))] }],
  });
}

/** Lets pg-boss work inside our transaction. */
export function onConnection(connection: Connection): BossConnection {
  return {
    async executeSql(text, values) {
      return { rows: [...(await connection.query(text, values ?? []))] };
    },
  };
}

/** How many jobs a command changed. pg-boss returns it, but its types leave it out. */
export function countAffected(response: CommandResponse): number {
  return "affected" in response && typeof response.affected === "number" ? response.affected : 0;
}
