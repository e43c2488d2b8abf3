import type { JobWithMetadata, PgBoss } from "pg-boss";
import { CodedError } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";
import type { Database, Lock } from "../ledger/database/database.ts";
import { BOSS_SCHEMA, DEAD, JOBS } from "./boss.ts";
import { listDeadJobs, replayDeadJobs } from "./dead-jobs.ts";
import { Inbox } from "./inbox.ts";
import { laneOf } from "./lanes.ts";
import { recoverOrphans } from "./orphans.ts";
import { retryDelaySeconds } from "./retry-delay.ts";
import type { DeadJob, DurableQueue, GivenUpHandler, Hand, Job, JobHandler, QueueCounts } from "./queue.ts";
import { decideOutcome, putBackUnfinished, settleFailure } from "./settle.ts";
import type { StoredJob } from "./stored-job.ts";

export interface BossQueueOptions {
  /** How many jobs this process runs at a time; half as many for the repositories of one account. (Default: 10) */
  readonly concurrency?: number;
  /** Told of all that goes wrong in the background. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds since 1970. (Default: the machine's clock) */
  readonly now?: () => number;
  /** How often it is looked for work that nobody was woken for: retries that are due, lost jobs. (Default: 5) */
  readonly pollSeconds?: number;
  /** Seconds to wait before a failed job is tried again. (Default: `retryDelaySeconds`) */
  readonly delaySeconds?: (failures: number, error: unknown) => number;
  /** Seconds that a job rests whose process died: what it had asked GitHub may still be at work. (Default: 15) */
  readonly recoverySeconds?: number;
  /** How long a stop waits for the steps in hand. (Default: 9) */
  readonly stopSeconds?: number;
  /** How long a new job waits for the database before it is refused. Less than GitHub waits for its answer. (Default: 5) */
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

/** The queue on pg-boss. The database and pg-boss are opened before, and closed by whoever opened them. */
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
    const work = async ([attempt]: Attempt[]) => {
      if (attempt !== undefined) await this.#run(attempt, { handler, onGivenUp });
    };
    this.#started = true;
    await this.#boss.work<StoredJob, void, typeof options>(JOBS, options, work);
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
    const count = await replayDeadJobs(this.#database, this.#boss, ids);
    this.#wake();
    return count;
  }

  async forgetDeliveries(olderThanDays: number): Promise<void> {
    await this.#database.query(
      "delete from minutebook.delivery where seen_at < now() - $1 * interval '1 day'",
      [olderThanDays],
    );
  }

  async #run(attempt: Attempt, handlers: Handlers): Promise<void> {
    this.#running += 1;
    this.#wake();
    try {
      const lock = await this.#database.locks.tryLock(attempt.singletonKey ?? laneOf(attempt.data.job));
      // Somebody looks for lost jobs of this lane just now, or has not noticed yet that its own is lost.
      if (lock === null) {
        await putBackUnfinished(this.#database, this.#boss, attempt, 1);
        return;
      }
      try {
        if (await this.#isOurs(attempt)) await this.#handle(attempt, lock, handlers);
      } finally {
        await lock.release();
      }
    } finally {
      this.#running -= 1;
      this.#wake();
      this.#tellSettled();
    }
  }

  async #handle(attempt: Attempt, lock: Lock, { handler, onGivenUp }: Handlers): Promise<void> {
    const signal = AbortSignal.any([this.#stop.signal, lock.lost, attempt.signal]);
    try {
      signal.throwIfAborted();
      const hand = this.#handOf(attempt);
      // Left from a stop that would not wait for it.
      if (attempt.data.risk != null) await hand.takeRisk(null);
      await handler(attempt.data.job, signal, hand);
      lock.lost.throwIfAborted();
      // Completed under the lane's lock: until then nobody else takes it for lost.
      await this.#boss.complete(JOBS, attempt);
    } catch (error) {
      if (lock.lost.aborted) throw error;
      if (this.#stop.signal.aborted) {
        await putBackUnfinished(this.#database, this.#boss, attempt, 0);
        return;
      }
      const { now, delaySeconds } = this.#options;
      const outcome = decideOutcome(attempt.data, error, now(), delaySeconds);
      await settleFailure(this.#database, this.#boss, attempt, outcome);
      if (outcome.kind === "dead") await onGivenUp?.(attempt.data.job, error).catch(this.#options.onError);
    }
  }

  #handOf({ id, retryCount, data }: Attempt): Hand {
    return {
      diedBefore: (data.deaths ?? 0) > 0,
      takeRisk: async (what) => {
        await this.#database.query(
          `update ${BOSS_SCHEMA}.job set data = jsonb_set(data::jsonb, '{risk}', coalesce(to_jsonb($3::text), 'null'))
           where name = '${JOBS}' and id = $1 and state = 'active' and retry_count = $2`,
          [id, retryCount, what],
        );
      },
    };
  }

  /** Between the fetch and the lock somebody may have taken the job for lost. */
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
      const orphans = await recoverOrphans(this.#database, this.#boss, recoverySeconds, now());
      if (orphans.putBack > 0) this.#wake();
      // Whatever GitHub says to it, the jobs behind it go on.
      for (const { job, error } of orphans.quarantined)
        void this.#onGivenUp?.(job, error).catch(this.#options.onError);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /**
   * Makes one idle worker look for a job now, and the busy ones as soon as they are done: their lane may have another
   * one waiting. A worker that finds a job wakes the next, so that a look that finds nothing is the last.
   */
  #wake(): void {
    const workers = this.#boss.getWipData().filter(({ name }) => name === JOBS);
    const idle = workers.find(({ count }) => count === 0);
    for (const worker of workers) {
      if (worker.count > 0 || worker === idle) this.#boss.notifyWorker(worker.id);
    }
  }

  #tellSettled(): void {
    for (const tell of this.#settled) tell();
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
