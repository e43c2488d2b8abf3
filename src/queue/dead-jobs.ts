import type { PgBoss } from "pg-boss";
import { storageError } from "../messages/storage-errors.ts";
import type { Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD } from "./boss.ts";
import { addJobs } from "./inbox.ts";
import type { DeadJob } from "./queue.ts";
import type { StoredJob } from "./stored-job.ts";

/** Jobs in one transaction: webhooks come in between. */
const BATCH = 200;

/** All jobs that were given up, oldest first. pg-boss itself lists a thousand at most. */
export async function listDeadJobs(database: Database): Promise<readonly DeadJob[]> {
  const rows = await database.query<{ id: string; data: StoredJob; createdOn: Date }>(
    `select id, data, created_on as "createdOn" from ${BOSS_SCHEMA}.job
     where name = '${DEAD}' and state < 'active' order by created_on, id`,
  );
  return rows.map(({ id, data, createdOn }) => ({
    id,
    job: data.job,
    failures: data.failures,
    error: data.error ?? storageError("process-ended").text,
    at: createdOn.toISOString(),
  }));
}

/** Gives dead jobs another day. Returns how many of them were still there. */
export async function replayDeadJobs(
  database: Database,
  boss: PgBoss,
  ids: readonly string[],
): Promise<number> {
  let count = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    count += await database.transaction(async (connection) => {
      const rows = await connection.query<{ data: StoredJob }>(
        `with taken as (
           delete from ${BOSS_SCHEMA}.job
           where name = '${DEAD}' and state < 'active' and id::text = any($1::text[])
           returning id, data, created_on
         )
         select data from taken order by created_on, id`,
        [batch],
      );
      // Their deliveries were seen.
      const jobs = rows.map(({ data }) => ({ ...data.job, deliveryId: null }));
      await addJobs(connection, boss, jobs);
      return jobs.length;
    });
  }
  return count;
}
