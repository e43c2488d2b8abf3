import type { Connection } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD } from "./boss.ts";
import { laneOf, mergeKeyOf } from "./lanes.ts";
import type { Job } from "./queue.ts";
import type { StoredJob } from "./stored-job.ts";

/** Why a job is there that comes by itself. */
const UNASKED: ReadonlySet<Job["cause"]> = new Set(["catch-up", "issue"]);

/**
 * Finds those of new jobs that nobody asked for, and that would do again what took processes down: looking for what was
 * missed must not bring back what was given up for that.
 */
export async function findQuarantined(
  connection: Connection,
  jobs: readonly Job[],
): Promise<ReadonlySet<Job>> {
  const unasked = jobs.filter(
    (job) => job.deliveryId === null && UNASKED.has(job.cause) && nameOf(job) !== null,
  );
  if (unasked.length === 0) return new Set();
  const rows = await connection.query<{ data: StoredJob }>(
    `select data from ${BOSS_SCHEMA}.job
     where name = '${DEAD}' and state < 'active' and data ->> 'isQuarantined' = 'true'`,
  );
  const names = new Set(rows.map(({ data }) => nameOf(data.job)));
  return new Set(unasked.filter((job) => names.has(nameOf(job))));
}

/** The same for jobs that do the same from the same start. null: nobody can tell, as of a job that a person asks for. */
function nameOf(job: Job): string | null {
  const key = mergeKeyOf(job);
  const { before } = job.data;
  if (key === null || (key === "head" && typeof before !== "string")) return null;
  return JSON.stringify([laneOf(job), key, before ?? null]);
}
