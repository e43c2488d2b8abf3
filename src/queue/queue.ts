import type { Job } from "./job.ts";

/** Handles one job. A rejected promise is a failure that is tried again later; refusals are results, not failures. */
export type JobHandler = (job: Job, signal: AbortSignal, attempt: JobAttempt) => Promise<void>;

/** One attempt at a job, for its handler. */
export interface JobAttempt {
  /** A process ended during an earlier attempt, because of the job or by chance. */
  readonly crashedBefore: boolean;
  /**
   * Records what the job is doing that may end the process, and with null that it is done. If the process ends in
   * between, the job is blamed for it.
   */
  readonly recordRisk: (what: string | null) => Promise<void>;
}

/** Called with a job that failed for so long that it is not tried again, and with its last error. */
export type GivenUpHandler = (job: Job, error: unknown) => Promise<void>;

/**
 * Runs one job at a time per queue key, and others beside it. Jobs that have not begun may be merged into a newer one.
 */
export interface Queue {
  /**
   * Durable when the promise resolves. A second job with a delivery id that was seen before is dropped.
   *
   * @returns whether the job is new
   * @throws QueueError when it could not be kept
   */
  add(job: Job): Promise<boolean>;
  /** Starts handing jobs to the handler. */
  start(handler: JobHandler, onGivenUp?: GivenUpHandler): Promise<void>;
  /** Resolves when no job waits or runs: for tests, the demo and the command line. */
  idle(): Promise<void>;
  /** Lets the current step finish, leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** A queue that outlives its process. */
export interface DurableQueue extends Queue {
  count(): Promise<QueueCounts>;
  /** Jobs that were given up, oldest first. */
  listDead(): Promise<readonly DeadJob[]>;
  /** Gives dead jobs another day. Returns how many of them were still there and can be read. */
  replay(ids: readonly string[]): Promise<number>;
  /** GitHub redelivers within days; older delivery ids need not be known. */
  forgetDeliveries(olderThanDays: number): Promise<void>;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
  /** How long the oldest waiting job has waited, in seconds. */
  readonly oldestSeconds: number;
}

/** What is known of a job that this version cannot read. */
export interface UnreadableJob {
  readonly repository: string;
  readonly cause: string;
}

/** A job that was given up. */
export interface DeadJob {
  readonly id: string;
  readonly job: Job | UnreadableJob;
  readonly failures: number;
  /** What went wrong last. */
  readonly error: string;
  /** When it was given up: ISO instant. */
  readonly at: string;
}
