import type { Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD, type Store } from "./boss.ts";
import { addJobs } from "./inbox.ts";
import type { DeadJob } from "./queue.ts";
import { readable, readStoredJob, UnreadableJobError } from "./stored-job.ts";

/** Jobs in one transaction: webhooks come in between. */
const BATCH = 200;

/** All jobs that were given up, oldest first. pg-boss itself lists a thousand at most. */
export async function listDeadJobs(database: Database): Promise<readonly DeadJob[]> {
  const rows = await database.query<{ id: string; data: unknown; createdOn: Date }>(
    `select id, data, created_on as "createdOn" from ${BOSS_SCHEMA}.job
     where name = '${DEAD}' and state < 'active' order by created_on, id`,
  );
  return rows.map(({ id, data, createdOn }) => ({ id, ...describe(data), at: createdOn.toISOString() }));
}

function describe(data: unknown): Pick<DeadJob, "job" | "failures" | "error"> {
  const stored = readStoredJob(data);
  if (!(stored instanceof UnreadableJobError)) {
    const { job, failures, error } = stored;
    return { job, failures, error: error ?? "The process ended each time." };
  }
  const { job, failures } = Object(data) as { readonly job?: unknown; readonly failures?: unknown };
  const { repository = "?", cause = "?" } = Object(job) as Readonly<Record<string, unknown>>;
  const known = { repository: String(repository), cause: String(cause) };
  return { job: known, failures: typeof failures === "number" ? failures : 0, error: stored.message };
}

/**
 * Gives dead jobs another day; those that cannot be read stay where they are.
 *
 * @returns how many of them were still there and can be read
 */
export async function replayDeadJobs({ database, boss }: Store, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    count += await database.transaction(async (connection) => {
      const rows = readable(
        await connection.query<{ id: string; data: unknown }>(
          `select id, data from ${BOSS_SCHEMA}.job
           where name = '${DEAD}' and state < 'active' and id::text = any($1::text[])
           order by created_on, id for update`,
          [batch],
        ),
      );
      await connection.query(
        `delete from ${BOSS_SCHEMA}.job where name = '${DEAD}' and id::text = any($1::text[])`,
        [rows.map(({ id }) => id)],
      );
      // Their deliveries were seen.
      const jobs = rows.map(({ data }) => ({ ...data.job, deliveryId: null }));
      await addJobs(connection, boss, jobs);
      return jobs.length;
    });
  }
  return count;
}
