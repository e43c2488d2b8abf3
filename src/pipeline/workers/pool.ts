import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { startDeadline } from "./deadline.ts";
import { unpack } from "./packed.ts";
import { makeSchedule } from "./schedule.ts";
import { isLarge } from "./size.ts";
import type { TaskInput, TaskName, TaskResult } from "./tasks.ts";
import type { ThreadAnswer, ThreadStarted, ThreadTask } from "./reading-thread.ts";
import { type Budget, DEFAULT_BUDGET, NoThreadError, WorkError } from "./work-error.ts";
import type { Workers } from "./workers.ts";

export interface PoolOptions {
  /** (Default: `DEFAULT_BUDGET`) */
  readonly budget?: Budget;
  /** At most so many. (Default: one for each core, at least 2 and at most 4) */
  readonly threads?: number;
  /** Threads with nothing to do end after this long, in milliseconds. (Default: 30 s) */
  readonly idleMs?: number;
  /** What a thread runs: a module with `runTask`. (Default: `reading-thread.ts` beside this file) */
  readonly file?: URL;
}

/** A pool that is open. */
export interface Pool extends Workers {
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}

/** A thread that has not even started after this long is not waited for. In milliseconds. */
const START_MS = 120_000;

/** Threads that read give way to the one that answers webhooks. */
const NICE = 5;

/** Beside this file, as it is written, compiled or bundled. */
const THREAD = new URL(`./reading-thread${extname(import.meta.filename)}`, import.meta.url);

/**
 * Threads for the work on texts. One that goes over its budget is killed, and the next piece of work gets another. They
 * give way to the thread that answers webhooks, and none is there while there is nothing to do. Only what is large may
 * need all the memory that a budget allows: it is done in one of the threads, one piece at a time, so that the whole
 * process stays bounded, however many send large texts at once.
 */
export function startPool(options: PoolOptions = {}): Pool {
  const { budget = DEFAULT_BUDGET, idleMs = 30_000, file = THREAD } = options;
  const threads = options.threads ?? Math.min(Math.max(availableParallelism(), 2), 4);
  const begun = new Map<number, (thread: string | null) => void>();
  const open = (maxThreads: number): Piscina => {
    const pool = new Piscina({
      filename: fileURLToPath(file),
      name: "runTask",
      minThreads: 0,
      maxThreads,
      idleTimeout: idleMs,
      atomics: "disabled",
      niceIncrement: NICE,
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: budget.memoryMiB, maxYoungGenerationSizeMb: 12 },
    });
    // Of threads that end while idle; each piece of work reports its own end.
    pool.on("error", () => undefined);
    pool.on("message", ({ started, thread }: ThreadStarted) => begun.get(started)?.(thread));
    return pool;
  };
  const pools = { large: open(1), small: open(Math.max(threads - 1, 1)) };
  // Piscina's own queue forgets those who wait there where a thread is killed and none is left.
  const schedule = makeSchedule(threads);
  let count = 0;

  async function run(
    task: Omit<ThreadTask, "id">,
    on: Piscina,
    signal: AbortSignal | undefined,
    onBegun: (() => void) | undefined,
  ): Promise<ThreadAnswer> {
    count += 1;
    const id = count;
    const late = new AbortController();
    const end = () => late.abort();
    const starting = setTimeout(end, START_MS);
    let callOff = () => clearTimeout(starting);
    let hasBegun = false;
    begun.set(id, (thread) => {
      hasBegun = true;
      callOff();
      onBegun?.();
      callOff = startDeadline(budget.seconds, thread, end);
    });
    try {
      const signals = signal === undefined ? [late.signal] : [late.signal, signal];
      return await on.run({ ...task, id }, { signal: AbortSignal.any(signals) });
    } catch (error) {
      signal?.throwIfAborted();
      const isMemory = (error as { readonly code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY";
      if (isMemory) throw new WorkError("memory", budget, error);
      if (!hasBegun) throw new NoThreadError({ cause: error });
      throw new WorkError(late.signal.aborted ? "time" : "ended", budget, error);
    } finally {
      callOff();
      begun.delete(id);
    }
  }

  return {
    async run<Name extends TaskName>(
      name: Name,
      input: TaskInput<Name>,
      signal?: AbortSignal,
      onBegun?: () => void,
    ) {
      const answer = await schedule(isLarge(input), (place) => {
        signal?.throwIfAborted();
        return run({ name, input }, pools[place], signal, onBegun);
      });
      if ("bytes" in answer) return unpack(answer.bytes) as TaskResult<Name>;
      throw new WorkError(answer.failure, budget, new Error(answer.message));
    },
    close: async () => void (await Promise.all([pools.large.destroy(), pools.small.destroy()])),
  };
}
