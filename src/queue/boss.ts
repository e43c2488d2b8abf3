import {
  type CommandResponse,
  type Db as BossConnection,
  fromPglite,
  PgBoss,
  type QueuePolicy,
  type UpdateQueueOptions,
} from "pg-boss";
import type { Connection } from "../ledger/database/database.ts";
import type { PGliteDatabase } from "../ledger/database/open-pglite.ts";
import { CONNECT_TIMEOUT_MS } from "../ledger/database/open-postgres.ts";

/** The schema of pg-boss's own tables. */
export const BOSS_SCHEMA = "minutebook_queue";
export const JOBS = "jobs";
/** Jobs that were given up wait here for a person. */
export const DEAD = "dead-jobs";

const DAY_SECONDS = 24 * 60 * 60;

export type BossPlace = { readonly pglite: PGliteDatabase } | { readonly databaseUrl: string };

/**
 * Starts pg-boss and makes its queues. Its schema is migrated under its own lock.
 *
 * @param isGuest - The queues are another process's: nothing is migrated, made or looked after. (Default: false)
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
    // On PGlite there is no other process whose jobs this one had to be told of.
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
  // Singleton: one active job per lane, whoever runs it.
  await makeQueue(boss, JOBS, "singleton", {
    notify: !("pglite" in place),
    deadLetter: DEAD,
    // Failures are counted and spaced by us; this counts the times a process died of a job.
    retryLimit: 200,
    expireInSeconds: DAY_SECONDS - 1,
    retentionSeconds: 30 * DAY_SECONDS,
    deleteAfterSeconds: 60 * 60,
  });
}

/** One that is there already keeps its policy and gets these options, which an earlier version may have had otherwise. */
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

/** How many jobs a command touched. pg-boss answers with it, but its types do not say so. */
export function countAffected(response: CommandResponse): number {
  return "affected" in response && typeof response.affected === "number" ? response.affected : 0;
}
