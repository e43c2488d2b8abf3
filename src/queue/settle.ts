import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Connection } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, countAffected, DEAD, JOBS, onConnection, type Store } from "./boss.ts";
import { MERGED_CAUSES, mergeKeyOf } from "./merge-rules.ts";
import { GIVE_UP_AFTER_SECONDS, restSeconds } from "./retry-delay.ts";
import { mergeStoredJobs, readable, type StoredJob, type UnreadableJobError } from "./stored-job.ts";

type Attempt = JobWithMetadata<StoredJob>;

export type Outcome =
  | { readonly kind: "retry"; readonly stored: StoredJob; readonly delaySeconds: number }
  | { readonly kind: "dead"; readonly stored: StoredJob };

/** What becomes of a job that failed: tried again later, or given up after a day. */
export function decideOutcome(
  stored: StoredJob,
  error: unknown,
  now: number,
  delaySeconds: (failures: number, error: unknown) => number,
): Outcome {
  const failures = stored.failures + 1;
  const failingSince = stored.failingSince ?? now;
  const failed = { ...stored, failures, failingSince, error: describe(error) };
  if (now - failingSince >= GIVE_UP_AFTER_SECONDS * 1000) return { kind: "dead", stored: failed };
  const restsUntil = now + restSeconds(error) * 1000;
  return { kind: "retry", stored: { ...failed, restsUntil }, delaySeconds: delaySeconds(failures, error) };
}

/** Writes down what became of a job that failed, at once with the end of its attempt. */
export async function settleFailure(
  { database, boss }: Store,
  attempt: Attempt,
  outcome: Outcome,
): Promise<void> {
  await database.transaction(async (connection) => {
    const db = onConnection(connection);
    if (outcome.kind === "dead") {
      const ended = await boss.complete(JOBS, attempt, { error: outcome.stored.error }, { db });
      if (countAffected(ended) === 1) await boss.send(DEAD, outcome.stored, { db });
      return;
    }
    await putBack(connection, boss, { ...attempt, data: outcome.stored }, outcome.delaySeconds);
  });
}

/** Puts a job back that was begun and not finished, without counting a failure. */
export async function putBackUnfinished(
  { database, boss }: Store,
  attempt: Attempt,
  delaySeconds: number,
): Promise<void> {
  await database.transaction((connection) => putBack(connection, boss, attempt, delaySeconds));
}

/** Moves a job that cannot be read to the dead jobs, as it is and with the reason. A later version may read it. */
export async function putAside(
  { database, boss }: Store,
  { id, retryCount, data }: Pick<JobWithMetadata<unknown>, "id" | "retryCount" | "data">,
  { message: error }: UnreadableJobError,
): Promise<boolean> {
  return database.transaction(async (connection) => {
    const db = onConnection(connection);
    const ended = await boss.complete(JOBS, { id, retryCount }, { error }, { db });
    if (countAffected(ended) !== 1) return false;
    await boss.send(DEAD, { ...Object(data), error }, { db });
    return true;
  });
}

/** What came in the meantime builds on this job: both go on as one, from where this one began. */
async function putBack(
  connection: Connection,
  boss: PgBoss,
  attempt: Attempt,
  delaySeconds: number,
): Promise<void> {
  const { data: stored } = attempt;
  const db = onConnection(connection);
  const failed = await boss.fail(JOBS, attempt, { message: stored.error }, { db });
  // Another process recovered the job.
  if (countAffected(failed) !== 1) return;
  const newer = await findSame(connection, attempt);
  const merged = newer.reduce((older, { data }) => mergeStoredJobs(older, data), stored);
  if (newer.length > 0) {
    await boss.deleteJob(
      JOBS,
      newer.map(({ id }) => id),
      { db },
    );
  }
  await boss.update(JOBS, merged, { id: attempt.id, startAfter: delaySeconds, db });
}

async function findSame(
  connection: Connection,
  attempt: Attempt,
): Promise<readonly { id: string; data: StoredJob }[]> {
  const key = mergeKeyOf(attempt.data.job);
  if (key === null) return [];
  const rows = await connection.query<{ id: string; data: unknown }>(
    `select id, data from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state < 'active' and singleton_key = $1 and id <> $2
       and data -> 'job' ->> 'cause' = any($3::text[])
     order by created_on, id for update`,
    [attempt.singletonKey, attempt.id, MERGED_CAUSES],
  );
  return readable(rows).filter(({ data }) => mergeKeyOf(data.job) === key);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
