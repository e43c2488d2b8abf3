import type { PgBoss } from "pg-boss";
import type { Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, countAffected, JOBS } from "./boss.ts";

/** A worker takes its lane's lock at once after its job; only what is older than this can have lost its worker. */
const GRACE_SECONDS = 2;

/**
 * Puts back the jobs whose process died: they are active, and nobody holds their lane's lock.
 *
 * @returns How many.
 */
export async function recoverOrphans(database: Database, boss: PgBoss): Promise<number> {
  const rows = await database.query<{ id: string; lane: string; retry_count: number }>(
    `select id, singleton_key as lane, retry_count from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state = 'active' and started_on < now() - interval '${GRACE_SECONDS} seconds'`,
  );
  let count = 0;
  for (const { id, lane, retry_count: retryCount } of rows) {
    const lock = await database.locks.tryLock(lane);
    if (lock === null) continue;
    try {
      const failed = await boss.fail(JOBS, { id, retryCount }, { message: "Its process ended." });
      count += countAffected(failed);
    } finally {
      await lock.release();
    }
  }
  return count;
}
