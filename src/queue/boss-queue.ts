import type { JobWithMetadata, PgBoss } from "pg-boss";
import { CodedError } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";
import type { Database, Lock } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD, JOBS, type Store } from "./boss.ts";
import { listDeadJobs, replayDeadJobs } from "./dead-jobs.ts";
import { Inbox } from "./inbox.ts";
import { queueKeyOf } from "./queue-key.ts";
import { recoverOrphans } from "./orphans.ts";
import { retryDelaySeconds } from "./retry-delay.ts";
import type { Job } from "./job.ts";
import type { DeadJob, DurableQueue, GivenUpHandler, JobAttempt, JobHandler, QueueCounts } from "./queue.ts";
import { decideOutcome, putAside, putBackUnfinished, settleFailure } from "./settle.ts";
import { readStoredJob, type StoredJob, UnreadableJobError } from "./stored-job.ts";

export interface BossQueueOptions {
  /** How many jobs this process runs at a time; half as many for the repositories of one account. (Default: 10) */
  readonly concurrency?: number;
  /** Called with every error in the background. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds since 1970. (Default: the machine's clock) */
  readonly now?: () => number;
  /** Seconds between looks for work that wakes no worker: retries that are due, jobs of dead processes. (Default: 5) */
  readonly pollSeconds?: number;
  /** Seconds to wait before a failed job is tried again. (Default: `retryDelaySeconds`) */
  readonly delaySeconds?: (failures: number, error: unknown) => number;
  /** Seconds that a job of a dead process rests, since GitHub may still process its last request. (Default: 15) */
  readonly recoverySeconds?: number;
  /** Seconds that a stop waits for running steps. (Default: 9) */
  readonly stopSeconds?: number;
  /** Seconds that a new job waits for the database before it is refused; GitHub waits longer. (Default: 5) */
  readonly addSeconds?: number;
}

const DEFAULTS = {
  concurrency: 10,
  now: Date.now,
  pollSeconds: 5,
  delaySeconds: retryDelaySeconds,
  recoverySeconds: 15,
  stopSeconds: 9,
  addSeconds: 5,
};

type Attempt = JobWithMetadata<StoredJob>;

interface Handlers {
  readonly handler: JobHandler;
  readonly onGivenUp: GivenUpHandler | undefined;
}

/** The queue on pg-boss. The caller opens the database and pg-boss, and closes them. */
export class BossQueue implements DurableQueue {
  readonly #database: Database;
  readonly #boss: PgBoss;
  readonly #options: Required<BossQueueOptions>;
  readonly #inbox: Inbox;
  readonly #stop = new AbortController();
  readonly #settled = new Set<() => void>();
  #onGivenUp: GivenUpHandler | undefined;
  #started = false;
  #running = 0;
  #recovery: NodeJS.Timeout | null = null;
  #stopped: Promise<void> | null = null;

  constructor(database: Database, boss: PgBoss, options: BossQueueOptions) {
    this.#database = database;
    this.#boss = boss;
    this.#options = { ...DEFAULTS, ...options };
    this.#inbox = new Inbox(database, boss, this.#options.addSeconds * 1000, () => this.#wake());
  }

  get #store(): Store {
    return { database: this.#database, boss: this.#boss };
  }

  add(job: Job): Promise<boolean> {
    return this.#inbox.add(job);
  }

  async start(handler: JobHandler, onGivenUp?: GivenUpHandler): Promise<void> {
    const { concurrency, pollSeconds } = this.#options;
    this.#onGivenUp = onGivenUp;
    await this.#recover();
    const options = {
      includeMetadata: true,
      localConcurrency: concurrency,
      localGroupConcurrency: Math.ceil(concurrency / 2),
      pollingIntervalSeconds: pollSeconds,
      notifyPollingIntervalSeconds: pollSeconds,
    } as const;
    const work = async ([fetched]: JobWithMetadata<unknown>[]) => {
      if (fetched !== undefined) await this.#take(fetched, { handler, onGivenUp });
    };
    this.#started = true;
    await this.#boss.work<unknown, void, typeof options>(JOBS, options, work);
    this.#recovery = setInterval(() => void this.#recover(), pollSeconds * 1000);
    this.#recovery.unref();
  }

  async idle(): Promise<void> {
    for (;;) {
      const settled = this.#nextSettled();
      const { waiting, running } = await this.count();
      if (waiting + running + this.#running === 0) return;
      await settled;
    }
  }

  /** A second call waits for the first one's end. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopOnce();
    return this.#stopped;
  }

  async #stopOnce(): Promise<void> {
    if (this.#recovery !== null) clearInterval(this.#recovery);
    this.#stop.abort(new CodedError(storageError("stopping")));
    await this.#inbox.settled();
    if (!this.#started) return;
    await this.#boss.offWork(JOBS, { wait: false });
    const deadline = AbortSignal.timeout(this.#options.stopSeconds * 1000);
    while (this.#running > 0 && !deadline.aborted) await this.#nextSettled(100);
  }

  async count(): Promise<QueueCounts> {
    const [row] = await this.#database.query<Record<keyof QueueCounts, number>>(
      `select count(*) filter (where name = '${JOBS}' and state < 'active')::int as waiting,
              count(*) filter (where name = '${JOBS}' and state = 'active')::int as running,
              count(*) filter (where name = '${DEAD}' and state < 'active')::int as dead,
              coalesce(extract(epoch from now() - min(created_on) filter
                (where name = '${JOBS}' and state < 'active')), 0)::float as "oldestSeconds"
       from ${BOSS_SCHEMA}.job where name in ('${JOBS}', '${DEAD}') and state <= 'active'`,
    );
    return row ?? { waiting: 0, running: 0, dead: 0, oldestSeconds: 0 };
  }

  listDead(): Promise<readonly DeadJob[]> {
    return listDeadJobs(this.#database);
  }

  async replay(ids: readonly string[]): Promise<number> {
    const count = await replayDeadJobs(this.#store, ids);
    this.#wake();
    return count;
  }

  async forgetDeliveries(olderThanDays: number): Promise<void> {
    await this.#database.query(
      "delete from minutebook.delivery where seen_at < now() - $1 * interval '1 day'",
      [olderThanDays],
    );
  }

  /** A job that cannot be read is put aside; what waits behind it continues. */
  async #take(fetched: JobWithMetadata<unknown>, handlers: Handlers): Promise<void> {
    const data = readStoredJob(fetched.data);
    if (!(data instanceof UnreadableJobError)) return this.#run({ ...fetched, data }, handlers);
    await putAside(this.#store, fetched, data);
    this.#options.onError(data);
    this.#settle();
  }

  async #run(attempt: Attempt, handlers: Handlers): Promise<void> {
    this.#running += 1;
    this.#wake();
    try {
      const lock = await this.#database.locks.tryLock(attempt.singletonKey ?? queueKeyOf(attempt.data.job));
      // Another process recovers jobs of this key just now, or has not noticed yet that it lost its own job.
      if (lock === null) {
        await putBackUnfinished(this.#store, attempt, 1);
        return;
      }
      try {
        if (await this.#isOurs(attempt)) await this.#handle(attempt, lock, handlers);
      } finally {
        await lock.release();
      }
    } finally {
      this.#running -= 1;
      this.#settle();
    }
  }

  async #handle(attempt: Attempt, lock: Lock, { handler, onGivenUp }: Handlers): Promise<void> {
    const signal = AbortSignal.any([this.#stop.signal, lock.lost, attempt.signal]);
    try {
      signal.throwIfAborted();
      const given = this.#attemptOf(attempt);
      // Left from a stop that did not wait for it.
      if (attempt.data.risk != null) await given.recordRisk(null);
      await handler(attempt.data.job, signal, given);
      lock.lost.throwIfAborted();
      // Completed under the lock of its key: until then no other process recovers it.
      await this.#boss.complete(JOBS, attempt);
    } catch (error) {
      if (lock.lost.aborted) throw error;
      if (this.#stop.signal.aborted) {
        await putBackUnfinished(this.#store, attempt, 0);
        return;
      }
      const { now, delaySeconds } = this.#options;
      const outcome = decideOutcome(attempt.data, error, now(), delaySeconds);
      await settleFailure(this.#store, attempt, outcome);
      if (outcome.kind === "dead") await onGivenUp?.(attempt.data.job, error).catch(this.#options.onError);
    }
  }

  #attemptOf({ id, retryCount, data }: Attempt): JobAttempt {
    return {
      crashedBefore: (data.deaths ?? 0) > 0,
      recordRisk: async (what) => {
        await this.#database.query(
          `update ${BOSS_SCHEMA}.job set data = jsonb_set(data::jsonb, '{risk}', coalesce(to_jsonb($3::text), 'null'))
           where name = '${JOBS}' and id = $1 and state = 'active' and retry_count = $2`,
          [id, retryCount, what],
        );
      },
    };
  }

  /** Between the fetch and the lock another process may have recovered the job. */
  async #isOurs(attempt: Attempt): Promise<boolean> {
    const rows = await this.#database.query(
      `select 1 from ${BOSS_SCHEMA}.job where name = '${JOBS}' and id = $1 and state = 'active' and retry_count = $2`,
      [attempt.id, attempt.retryCount],
    );
    return rows.length === 1;
  }

  async #recover(): Promise<void> {
    try {
      const { recoverySeconds, now } = this.#options;
      const orphans = await recoverOrphans(this.#store, { waitSeconds: recoverySeconds, now: now() });
      if (orphans.putBack > 0) this.#wake();
      for (const error of orphans.unreadable) this.#options.onError(error);
      // Whatever GitHub answers, the jobs behind it go on.
      for (const { job, error } of orphans.quarantined)
        void this.#onGivenUp?.(job, error).catch(this.#options.onError);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /**
   * Makes one idle worker look for a job now, and the busy ones as soon as they are done: another job may wait under
   * their key. A worker that finds a job wakes the next one, so the first look that finds nothing is the last.
   */
  #wake(): void {
    const workers = this.#boss.getWipData().filter(({ name }) => name === JOBS);
    const idle = workers.find(({ count }) => count === 0);
    for (const worker of workers) {
      if (worker.count > 0 || worker === idle) this.#boss.notifyWorker(worker.id);
    }
  }

  #settle(): void {
    this.#wake();
    for (const notify of this.#settled) notify();
    this.#settled.clear();
  }

  /** Resolves when a job of this process has settled, or after a while: others may have settled one. */
  #nextSettled(atMostMs = 250): Promise<void> {
    return new Promise((resolve) => {
      const tell = () => {
        clearTimeout(timer);
        this.#settled.delete(tell);
        resolve();
      };
      const timer = setTimeout(tell, atMostMs);
      this.#settled.add(tell);
    });
  }
}
