import type { Connection } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD } from "./boss.ts";
import { isForHead, mergeKeyOf } from "./merge-rules.ts";
import { queueKeyOf } from "./queue-key.ts";
import type { Job } from "./job.ts";
import { readable } from "./stored-job.ts";

/** The causes of jobs that no person asks for. */
const UNASKED: ReadonlySet<Job["cause"]> = new Set(["catch-up", "issue"]);

/**
 * Finds new jobs that no person asked for and that would repeat what ended processes: the search for missed events must
 * not bring back what was given up for that.
 */
export async function findQuarantined(
  connection: Connection,
  jobs: readonly Job[],
): Promise<ReadonlySet<Job>> {
  const unasked = jobs.filter(
    (job) => job.deliveryId === null && UNASKED.has(job.cause) && nameOf(job) !== null,
  );
  if (unasked.length === 0) return new Set();
  const rows = await connection.query<{ data: unknown }>(
    `select data from ${BOSS_SCHEMA}.job
     where name = '${DEAD}' and state < 'active' and data ->> 'isQuarantined' = 'true'`,
  );
  const names = new Set(readable(rows).map(({ data }) => nameOf(data.job)));
  return new Set(unasked.filter((job) => names.has(nameOf(job))));
}

/**
 * The same for jobs that do the same from the same start. null: it is not known, as for a job that a person asks for.
 */
function nameOf(job: Job): string | null {
  const key = mergeKeyOf(job);
  const before = isForHead(job) ? (job.data.before ?? null) : null;
  if (key === null || (isForHead(job) && before === null)) return null;
  return JSON.stringify([queueKeyOf(job), key, before]);
}
