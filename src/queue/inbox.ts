import { setImmediate as nextTurn } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { CodedError } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";
import type { Connection, Database } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, JOBS, onConnection } from "./boss.ts";
import { MERGED_CAUSES, mergeKeyOf } from "./merge-rules.ts";
import { accountOf, queueKeyOf } from "./queue-key.ts";
import { findQuarantined } from "./quarantine.ts";
import type { Job } from "./job.ts";
import { QueueError } from "./queue-error.ts";
import { mergeStoredJobs, newStoredJob, readable, type StoredJob } from "./stored-job.ts";

interface Arrival {
  readonly job: Job;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** A job that has not begun: in the database (`id`), or about to be written to it. */
interface Waiting {
  readonly id: string | null;
  /** The queue key. */
  readonly key: string;
  stored: StoredJob;
  changed: boolean;
}

const BATCH = 500;

/**
 * Takes jobs in. Those that arrive while a transaction is under way share the next one, so that a burst of webhooks
 * costs a few commits and each is still durable before it is acknowledged.
 */
export class Inbox {
  readonly #database: Database;
  readonly #boss: PgBoss;
  readonly #patienceMs: number;
  readonly #onReady: () => void;
  readonly #arrivals = new Set<Arrival>();
  #writing: Promise<void> | null = null;

  /**
   * @param onReady - Called for each transaction that made jobs, or let some that had failed be tried again earlier.
   */
  constructor(database: Database, boss: PgBoss, patienceMs: number, onReady: () => void) {
    this.#database = database;
    this.#boss = boss;
    this.#patienceMs = patienceMs;
    this.#onReady = onReady;
  }

  /**
   * Durable when the promise resolves. false: its delivery was seen before.
   *
   * @throws QueueError when the database refuses it, or has not kept it in time. It may be kept anyway.
   */
  add(job: Job): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const refuse = (cause: unknown) => {
        clearTimeout(timer);
        this.#arrivals.delete(arrival);
        reject(new QueueError(cause));
      };
      const timer = setTimeout(
        () => refuse(new CodedError(storageError("database-silent", { seconds: this.#patienceMs / 1000 }))),
        this.#patienceMs,
      );
      const keep = (isNew: boolean) => {
        clearTimeout(timer);
        resolve(isNew);
      };
      const arrival = { job, resolve: keep, reject: refuse };
      this.#arrivals.add(arrival);
      this.#writing ??= this.#write();
    });
  }

  /** Resolves when all that arrived is written or refused. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#arrivals.size > 0) {
      // Those that are being read just now come along.
      await nextTurn();
      const batch = [...this.#arrivals].slice(0, BATCH);
      for (const arrival of batch) this.#arrivals.delete(arrival);
      try {
        const { isNew, ready } = await this.#database.transaction((connection) =>
          addJobs(
            connection,
            this.#boss,
            batch.map(({ job }) => job),
          ),
        );
        batch.forEach((arrival, index) => {
          arrival.resolve(isNew[index] === true);
        });
        if (ready > 0) this.#onReady();
      } catch (error) {
        for (const arrival of batch) arrival.reject(error);
      }
    }
    // In the same turn as the look that found none: what arrives from here on starts the next writing.
    this.#writing = null;
  }
}

/** Writes jobs within a transaction. For each: whether it is new; and how many more may be begun than before. */
export async function addJobs(
  connection: Connection,
  boss: PgBoss,
  jobs: readonly Job[],
): Promise<{ readonly isNew: readonly boolean[]; readonly ready: number }> {
  const mergeable = jobs.filter((job) => mergeKeyOf(job) !== null);
  const [isUnseen, waiting, quarantined] = await Promise.all([
    recordDeliveries(connection, jobs),
    findWaiting(connection, [...new Set(mergeable.map(queueKeyOf))].sort()),
    findQuarantined(connection, jobs),
  ]);
  const isNew = jobs.map((job, index) => isUnseen[index] === true && !quarantined.has(job));
  const fresh = jobs.filter((_job, index) => isNew[index]);
  for (const job of fresh) place(waiting, job);
  const merged = waiting.filter(({ id, changed }) => id !== null && changed);
  const inserted = waiting.filter(({ id }) => id === null);
  await Promise.all([writeMerged(connection, merged), insertJobs(connection, boss, inserted)]);
  const hastened = merged.filter(({ stored }) => stored.failures > 0);
  return { isNew, ready: inserted.length + hastened.length };
}

function place(waiting: Waiting[], job: Job): void {
  const key = queueKeyOf(job);
  const mergeKey = mergeKeyOf(job);
  const same = waiting.find(
    (other) => mergeKey !== null && other.key === key && mergeKeyOf(other.stored.job) === mergeKey,
  );
  if (same === undefined) {
    waiting.push({ id: null, key, stored: newStoredJob(job), changed: true });
    return;
  }
  same.stored = mergeStoredJobs(same.stored, newStoredJob(job));
  same.changed = true;
}

/** Sorted, so that two processes with the same deliveries wait for each other instead of locking each other out. */
async function recordDeliveries(connection: Connection, jobs: readonly Job[]): Promise<boolean[]> {
  const ids = [...new Set(jobs.flatMap(({ deliveryId }) => deliveryId ?? []))].sort();
  if (ids.length === 0) return jobs.map(() => true);
  const rows = await connection.query<{ id: string }>(
    `insert into minutebook.delivery (id) select unnest($1::text[]) on conflict (id) do nothing returning id`,
    [ids],
  );
  const unseen = new Set(rows.map(({ id }) => id));
  return jobs.map(({ deliveryId }) => deliveryId === null || unseen.delete(deliveryId));
}

async function insertJobs(connection: Connection, boss: PgBoss, inserted: readonly Waiting[]): Promise<void> {
  if (inserted.length === 0) return;
  const jobs = inserted.map(({ stored, key }) => ({
    data: stored,
    singletonKey: key,
    group: { id: accountOf(stored.job) },
  }));
  await boss.insert(JOBS, jobs, { db: onConnection(connection) });
}

/**
 * All in one statement, which pg-boss cannot do. A job that waits for its next attempt is due earlier: its backoff must
 * not delay the newer job.
 */
async function writeMerged(connection: Connection, merged: readonly Waiting[]): Promise<void> {
  if (merged.length === 0) return;
  await connection.query(
    `update ${BOSS_SCHEMA}.job set data = merged.data, start_after = least(
       start_after, greatest(now(), to_timestamp((merged.data ->> 'restsUntil')::double precision / 1000))
     )
     from jsonb_to_recordset($1::jsonb) as merged (id uuid, data jsonb)
     where job.name = '${JOBS}' and job.id = merged.id`,
    [JSON.stringify(merged.map(({ id, stored }) => ({ id, data: stored })))],
  );
}

/** Those that others may be merged into. Locks them, so that none begins meanwhile. */
async function findWaiting(connection: Connection, keys: readonly string[]): Promise<Waiting[]> {
  if (keys.length === 0) return [];
  const rows = await connection.query<{ id: string; key: string; data: unknown }>(
    `select id, singleton_key as key, data from ${BOSS_SCHEMA}.job
     where name = '${JOBS}' and state < 'active' and singleton_key = any($1::text[])
       and data -> 'job' ->> 'cause' = any($2::text[])
     order by created_on, id for update`,
    [keys, MERGED_CAUSES],
  );
  return readable(rows).map(({ id, key, data }) => ({ id, key, stored: data, changed: false }));
}
