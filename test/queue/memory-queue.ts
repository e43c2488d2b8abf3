import { mergeJobs, mergeKeyOf } from "../../src/queue/merge-rules.ts";
import { queueKeyOf } from "../../src/queue/queue-key.ts";
import type { Job } from "../../src/queue/job.ts";
import type { GivenUpHandler, JobAttempt, JobHandler, Queue } from "../../src/queue/queue.ts";
import { retryDelaySeconds } from "../../src/queue/retry-delay.ts";

export interface MemoryQueueOptions {
  /** How often a failed job is tried again. (Default: 5) */
  readonly retries?: number;
  /** Seconds to wait before that. (Default: `retryDelaySeconds`) */
  readonly delaySeconds?: (failures: number, error: unknown) => number;
  /** Called for a job that was given up. */
  readonly onDead?: (job: Job, error: unknown) => void;
}

interface Waiting {
  job: Job;
  failures: number;
}

/** A queue that lasts as long as its process: for tests. */
export function createMemoryQueue(options: MemoryQueueOptions = {}): Queue {
  return new MemoryQueue(options);
}

/** What is in memory is lost with its process, and nothing is left to be blamed. */
const NO_RISK: JobAttempt = { crashedBefore: false, recordRisk: async () => undefined };

class MemoryQueue implements Queue {
  readonly #retries: number;
  readonly #delaySeconds: (failures: number, error: unknown) => number;
  readonly #onDead: (job: Job, error: unknown) => void;
  readonly #deliveries = new Set<string>();
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #idle: (() => void)[] = [];
  readonly #stop = new AbortController();
  #handler: JobHandler | null = null;
  #onGivenUp: GivenUpHandler = async () => undefined;

  constructor(options: MemoryQueueOptions) {
    this.#retries = options.retries ?? 5;
    this.#delaySeconds = options.delaySeconds ?? retryDelaySeconds;
    this.#onDead = options.onDead ?? (() => undefined);
  }

  async add(job: Job): Promise<boolean> {
    if (job.deliveryId !== null) {
      if (this.#deliveries.has(job.deliveryId)) return false;
      this.#deliveries.add(job.deliveryId);
    }
    const name = queueKeyOf(job);
    const line = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, line);
    const key = mergeKeyOf(job);
    const same = key === null ? undefined : line.find((waiting) => mergeKeyOf(waiting.job) === key);
    if (same === undefined) line.push({ job, failures: 0 });
    else same.job = mergeJobs(same.job, job);
    this.#next(name);
    return true;
  }

  async start(handler: JobHandler, onGivenUp: GivenUpHandler = async () => undefined): Promise<void> {
    this.#handler = handler;
    this.#onGivenUp = onGivenUp;
    for (const name of this.#waiting.keys()) this.#next(name);
  }

  async idle(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running.values());
  }

  #isIdle(): boolean {
    return this.#running.size === 0 && [...this.#waiting.values()].every((line) => line.length === 0);
  }

  #next(name: string): void {
    const handler = this.#handler;
    if (handler === null || this.#stop.signal.aborted || this.#running.has(name)) return;
    const waiting = this.#waiting.get(name)?.shift();
    if (waiting === undefined) {
      this.#waiting.delete(name);
      if (this.#isIdle()) for (const resolve of this.#idle.splice(0)) resolve();
      return;
    }
    // Taken before the handler is called: it may add a job to its own line.
    this.#running.set(name, Promise.resolve());
    const run = this.#run(name, waiting, handler).then(() => {
      this.#running.delete(name);
      this.#next(name);
    });
    this.#running.set(name, run);
  }

  async #run(name: string, waiting: Waiting, handler: JobHandler): Promise<void> {
    try {
      await handler(waiting.job, this.#stop.signal, NO_RISK);
    } catch (error) {
      waiting.failures += 1;
      if (waiting.failures > this.#retries) {
        this.#onDead(waiting.job, error);
        await this.#onGivenUp(waiting.job, error).catch((failure) => this.#onDead(waiting.job, failure));
        return;
      }
      // The line stays taken while it waits: what comes after builds on this job.
      await wait(this.#delaySeconds(waiting.failures, error) * 1000, this.#stop.signal);
      this.#putBack(name, waiting);
    }
  }

  #putBack(name: string, waiting: Waiting): void {
    const line = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, line);
    const key = mergeKeyOf(waiting.job);
    const newer = key === null ? undefined : line.find(({ job }) => mergeKeyOf(job) === key);
    if (newer === undefined) {
      line.unshift(waiting);
      return;
    }
    newer.job = mergeJobs(waiting.job, newer.job);
    newer.failures = waiting.failures;
  }
}

/** Ends early, without an error, when the signal does. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
