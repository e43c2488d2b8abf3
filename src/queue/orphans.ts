import type { PgBoss } from "pg-boss";
import { CodedError } from "../messages/coded-error.ts";
import type { Message } from "../messages/message.ts";
import { storageError } from "../messages/storage-errors.ts";
import type { Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, countAffected, DEAD, JOBS, onConnection } from "./boss.ts";
import type { Job } from "./queue.ts";
import type { StoredJob } from "./stored-job.ts";

/** A job that takes down the process that works on it is not tried more often than this. */
const MAX_BLAMED = 2;

/** A job that was given up since it takes processes down. */
export class QuarantineError extends CodedError {
  override readonly name = "QuarantineError";
}

export interface Recovered {
  /** How many jobs wait again. */
  readonly putBack: number;
  /** Those that were given up. */
  readonly quarantined: readonly { readonly job: Job; readonly error: QuarantineError }[];
}

/**
 * Puts back the jobs whose process died: they are active, and nobody holds their lane's lock. A worker that was just
 * about to take its lock finds its job put back, and leaves it. A job is given up where processes died twice of what it
 * did: while it took a risk that it had written down. Most deaths have nothing to do with the jobs in hand.
 *
 * @param waitSeconds - How long they rest: a request that the dead process had sent may still be at work on GitHub, and
 *   has to show before it is looked for.
 * @param now - In milliseconds since 1970.
 */
export async function recoverOrphans(
  database: Database,
  boss: PgBoss,
  waitSeconds: number,
  now: number,
): Promise<Recovered> {
  const restsUntil = now + waitSeconds * 1000;
  const rows = await database.query<Orphan>(
    `select id, singleton_key as lane, retry_count, data from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state = 'active'`,
  );
  let putBack = 0;
  const quarantined: { job: Job; error: QuarantineError }[] = [];
  for (const orphan of rows) {
    const lock = await database.locks.tryLock(orphan.lane);
    if (lock === null) continue;
    try {
      const data = { ...afterDeath(orphan.data), restsUntil };
      const isDead = (data.blamed ?? 0) >= MAX_BLAMED;
      const end = isDead ? giveUp : rest;
      if (!(await end(database, boss, { ...orphan, data }, waitSeconds))) continue;
      if (isDead) {
        const { risk } = orphan.data;
        const message = risk == null ? storageError("process-ended") : endedWhile(data.blamed ?? 0, risk);
        quarantined.push({ job: data.job, error: new QuarantineError(message) });
      } else putBack += 1;
    } finally {
      await lock.release();
    }
  }
  return { putBack, quarantined };
}

interface Orphan {
  readonly id: string;
  readonly lane: string;
  readonly retry_count: number;
  readonly data: StoredJob;
}

function afterDeath({ risk = null, ...stored }: StoredJob): StoredJob {
  const deaths = (stored.deaths ?? 0) + 1;
  if (risk === null) return { ...stored, deaths };
  const blamed = (stored.blamed ?? 0) + 1;
  return { ...stored, deaths, blamed, error: endedWhile(blamed, risk).text };
}

function endedWhile(blamed: number, risk: string): Message {
  const times = blamed === 1 ? "once" : blamed === 2 ? "twice" : `${blamed} times`;
  return storageError("process-ended-while", { times, risk });
}

async function rest(
  database: Database,
  boss: PgBoss,
  { id, retry_count: retryCount, data }: Orphan,
  waitSeconds: number,
): Promise<boolean> {
  return database.transaction(async (connection) => {
    const db = onConnection(connection);
    const failed = await boss.fail(
      JOBS,
      { id, retryCount },
      { message: storageError("process-ended").text },
      { db },
    );
    if (countAffected(failed) !== 1) return false;
    await boss.update(JOBS, data, { id, startAfter: waitSeconds, db });
    return true;
  });
}

async function giveUp(
  database: Database,
  boss: PgBoss,
  { id, retry_count: retryCount, data }: Orphan,
): Promise<boolean> {
  return database.transaction(async (connection) => {
    const db = onConnection(connection);
    const ended = await boss.complete(JOBS, { id, retryCount }, { error: data.error }, { db });
    if (countAffected(ended) !== 1) return false;
    await boss.send(DEAD, { ...data, isQuarantined: true }, { db });
    return true;
  });
}
