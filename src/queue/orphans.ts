import { BOSS_SCHEMA, countAffected, DEAD, JOBS, onConnection, type Store } from "./boss.ts";
import type { Job } from "./job.ts";
import { putAside } from "./settle.ts";
import { readStoredJob, type StoredJob, UnreadableJobError } from "./stored-job.ts";

/** A job that ends the process that runs it is not tried more often than this. */
const MAX_BLAMED = 2;

/** A job that was given up because it ends processes. */
export class QuarantineError extends Error {
  override readonly name = "QuarantineError";
}

export interface Recovered {
  /** How many jobs wait again. */
  readonly putBack: number;
  /** Why jobs were put aside that cannot be read. */
  readonly unreadable: readonly UnreadableJobError[];
  /** Those that were given up. */
  readonly quarantined: readonly { readonly job: Job; readonly error: QuarantineError }[];
}

export interface Recovery {
  /**
   * How long the jobs rest: GitHub may still process a request of the dead process, and has to show its result first.
   */
  readonly waitSeconds: number;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/**
 * Puts back the jobs whose process died: they are active, and no process holds the lock of their key. A worker that was
 * about to take the lock finds its job put back, and leaves it. A job is given up if processes died twice during a risk
 * that it had recorded. Most deaths have nothing to do with the running jobs.
 */
export async function recoverOrphans(store: Store, { waitSeconds, now }: Recovery): Promise<Recovered> {
  const { database } = store;
  const restsUntil = now + waitSeconds * 1000;
  const rows = await database.query<Orphan<unknown>>(
    `select id, singleton_key as key, retry_count as "retryCount", data from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state = 'active'`,
  );
  let putBack = 0;
  const unreadable: UnreadableJobError[] = [];
  const quarantined: { job: Job; error: QuarantineError }[] = [];
  for (const orphan of rows) {
    const lock = await database.locks.tryLock(orphan.key);
    if (lock === null) continue;
    try {
      const read = readStoredJob(orphan.data);
      if (read instanceof UnreadableJobError) {
        if (await putAside(store, orphan, read)) unreadable.push(read);
        continue;
      }
      const data = { ...afterDeath(read), restsUntil };
      const isDead = (data.blamed ?? 0) >= MAX_BLAMED;
      const end = isDead ? giveUp : rest;
      if (!(await end(store, { ...orphan, data }, waitSeconds))) continue;
      if (isDead) quarantined.push({ job: data.job, error: new QuarantineError(data.error ?? "") });
      else putBack += 1;
    } finally {
      await lock.release();
    }
  }
  return { putBack, unreadable, quarantined };
}

interface Orphan<Data> {
  readonly id: string;
  readonly key: string;
  readonly retryCount: number;
  readonly data: Data;
}

function afterDeath({ risk = null, ...stored }: StoredJob): StoredJob {
  const deaths = (stored.deaths ?? 0) + 1;
  if (risk === null) return { ...stored, deaths };
  const blamed = (stored.blamed ?? 0) + 1;
  const times = blamed === 1 ? "once" : blamed === 2 ? "twice" : `${blamed} times`;
  return { ...stored, deaths, blamed, error: `The process ended ${times} while it was ${risk}.` };
}

async function rest(
  { database, boss }: Store,
  { id, retryCount, data }: Orphan<StoredJob>,
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

async function giveUp(
  { database, boss }: Store,
  { id, retryCount, data }: Orphan<StoredJob>,
): Promise<boolean> {
  return database.transaction(async (connection) => {
    const db = onConnection(connection);
    const ended = await boss.complete(JOBS, { id, retryCount }, { error: data.error }, { db });
    if (countAffected(ended) !== 1) return false;
    await boss.send(DEAD, { ...data, isQuarantined: true }, { db });
    return true;
  });
}
