import type { PgBoss } from "pg-boss";
import type { Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, countAffected, JOBS, onConnection } from "./boss.ts";
import type { StoredJob } from "./stored-job.ts";

/**
 * Puts back the jobs whose process died: they are active, and nobody holds their lane's lock. A worker that was just
 * about to take its lock finds its job put back, and leaves it.
 *
 * @param waitSeconds - How long they rest: a request that the dead process had sent may still be at work on GitHub, and
 *   has to show before it is looked for.
 * @param now - In milliseconds since 1970.
 * @returns How many.
 */
export async function recoverOrphans(
  database: Database,
  boss: PgBoss,
  waitSeconds: number,
  now: number,
): Promise<number> {
  const restsUntil = now + waitSeconds * 1000;
  const rows = await database.query<Orphan>(
    `select id, singleton_key as lane, retry_count, data from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state = 'active'`,
  );
  let count = 0;
  for (const orphan of rows) {
    const lock = await database.locks.tryLock(orphan.lane);
    if (lock === null) continue;
    try {
      if (await putBack(database, boss, { ...orphan, data: { ...orphan.data, restsUntil } }, waitSeconds))
        count += 1;
    } finally {
      await lock.release();
    }
  }
  return count;
}

interface Orphan {
  readonly id: string;
  readonly lane: string;
  readonly retry_count: number;
  readonly data: StoredJob;
}

async function putBack(
  database: Database,
  boss: PgBoss,
  { id, retry_count: retryCount, data }: Orphan,
  waitSeconds: number,
): Promise<boolean> {
  return database.transaction(async (connection) => {
    const db = onConnection(connection);
    const failed = await boss.fail(JOBS, { id, retryCount }, { message: "Its process ended." }, { db });
    if (countAffected(failed) !== 1) return false;
    await boss.update(JOBS, data, { id, startAfter: waitSeconds, db });
    return true;
  });
}
