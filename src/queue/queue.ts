/** A repository of minutes that is to be brought to its present head. One at a time per repository. */
export interface Job {
  /** The app's installation on the repository. null: to be asked for. */
  readonly installationId: number | null;
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub's id of it, which outlives renames and transfers. Absent or null: to be asked for. */
  readonly repositoryId?: string | null;
  /** Why, for the log and for check runs. */
  readonly cause:
    | "push"
    | "pull_request"
    | "approval"
    | "retry"
    | "catch-up"
    | "backfill"
    | "installation"
    | "issue";
  /** The delivery that asked for it (`X-GitHub-Delivery`), if one did. */
  readonly deliveryId: string | null;
  /** Whatever else the job needs, as JSON. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Handles one job. A rejected promise is a failure that is tried again later; refusals are results, not failures. */
export type JobHandler = (job: Job, signal: AbortSignal, hand: Hand) => Promise<void>;

/** What a handler can say of the job in hand. */
export interface Hand {
  /** A process has died of this job, or while it ran by chance. */
  readonly diedBefore: boolean;
  /**
   * Writes down what the job is doing that may take the process down, and with null that it is done. Where the process
   * ends in between, the job is blamed for it.
   */
  readonly takeRisk: (what: string | null) => Promise<void>;
}

/** Told of a job that failed for so long that it is not tried again, and why it failed last. */
export type GivenUpHandler = (job: Job, error: unknown) => Promise<void>;

/**
 * Jobs out. One job at a time per `repository` and group ("push" jobs of one repository that have not begun are merged
 * into the newest); other repositories run beside it.
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
  /** Lets the step in hand finish, leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** A queue that outlives its process. */
export interface DurableQueue extends Queue {
  count(): Promise<QueueCounts>;
  /** Jobs that failed for a day and were given up, oldest first. */
  listDead(): Promise<readonly DeadJob[]>;
  /** Gives dead jobs another day. Returns how many of them were still there. */
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

export interface DeadJob {
  readonly id: string;
  readonly job: Job;
  readonly failures: number;
  /** What went wrong last. */
  readonly error: string;
  /** When it was given up: ISO instant. */
  readonly at: string;
}
