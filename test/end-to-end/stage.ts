import { jest } from "@jest/globals";
import { Probot, Server } from "probot";
import { pino } from "pino";
import { type AppParts, makeApp } from "../../src/app/app.ts";
import type { Occasion } from "../../src/app/catch-up/pace-looks.ts";
import { makeOctokitClass } from "../../src/app/client-settings.ts";
import { fetchWithin, PATIENCE_MS } from "../../src/github/fetch-within.ts";
import { exclusivelyWith } from "../../src/ledger/database/exclusively.ts";
import { createProcessLocks } from "../../src/ledger/database/process-locks.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import type { Workers } from "../../src/pipeline/workers/workers.ts";
import { workInPlace } from "../../src/pipeline/workers/in-place.ts";
import { createMemoryQueue, type MemoryQueueOptions } from "../queue/memory-queue.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { retryDelaySeconds } from "../../src/queue/retry-delay.ts";
import { findFreePort } from "../../sandbox/free-port.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { readRegistration } from "../app/registration.ts";
import { trace } from "../trace/trace.ts";
import { APP_KEY, startSandbox } from "../sandbox/support.ts";

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

/** The sandbox with the real app in front of it, over HTTP. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly queue: Queue;
  readonly ledger: Ledger;
  /** Where the app receives webhooks. */
  readonly webhookUrl: string;
  /** What the app logged, a line each. */
  readonly log: string[];
  /** Throws the app away with all that it knew, and starts another. */
  readonly restartWithNothing: () => Promise<void>;
  /** Throws the app away with its queue, and starts another on the same ledger. */
  readonly restart: () => Promise<void>;
  /** Forgets all that was posted, while the app runs. */
  readonly loseLedger: () => void;
  /** Looks for what was missed, as the app does at its start. */
  readonly catchUp: (occasion?: Occasion) => Promise<void>;
  /** Resolves when all webhooks are answered and all jobs are done. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface RunningApp {
  readonly catchUp: (occasion?: Occasion) => Promise<void>;
  readonly queue: Queue;
  readonly ledger: Ledger;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface StageOptions {
  /** The time in both. (Default: the sandbox's runs with each look at it, the app's does not move) */
  readonly now?: () => Date;
  readonly queue?: MemoryQueueOptions;
  /** How long the app waits for an answer, in milliseconds. */
  readonly patienceMs?: number;
  /** Minutes of a day to come are agendas. (Default: no day is to come) */
  readonly knowsToday?: boolean;
  readonly logLevel?: "debug" | "warn";
}

/**
 * Starts both. The app has the permissions and receives the events that `app.yml` names.
 *
 * @param parts - What replaces the app's usual parts.
 */
export async function setStage(parts: Partial<AppParts> = {}, options: StageOptions = {}): Promise<Stage> {
  const { now } = options;
  const sandbox = await startSandbox({ app: readRegistration(), ...(now === undefined ? {} : { now }) });
  const log: string[] = [];
  // Without another clock time passes only while a job waits to be tried again.
  let waitedMs = 0;
  const memory = makeMemory(now === undefined ? () => waitedMs : () => now().getTime());
  const delaySeconds = (failures: number, error: unknown): number => {
    waitedMs += retryDelaySeconds(failures, error) * 1000;
    return 0;
  };
  const given = { ...options, queue: { delaySeconds, ...options.queue } };
  let app = await startApp(sandbox, log, memory.ledger, parts, given);
  sandbox.setWebhook(app.url);
  const restart = async () => {
    await app.stop();
    app = await startApp(sandbox, log, memory.ledger, parts, given);
    sandbox.setWebhook(app.url);
  };
  return {
    sandbox,
    log,
    get webhookUrl() {
      return app.url;
    },
    get queue() {
      return app.queue;
    },
    get ledger() {
      return app.ledger;
    },
    restartWithNothing: async () => {
      memory.lose();
      await restart();
    },
    restart,
    loseLedger: memory.lose,
    catchUp: (occasion) => app.catchUp(occasion),
    settle: async () => {
      await sandbox.settled();
      await app.queue.idle();
      await sandbox.settled();
    },
    stop: async () => {
      await app.stop();
      await sandbox.stop();
    },
  };
}

/** A ledger that can be lost while it is used. */
function makeMemory(now: () => number): { readonly ledger: Ledger; readonly lose: () => void } {
  let kept = createMemoryLedger(now);
  return {
    ledger: new Proxy(kept, { get: (_first, name) => Reflect.get(kept, name) }),
    lose: () => {
      kept = createMemoryLedger(now);
    },
  };
}

async function startApp(
  sandbox: Sandbox,
  lines: string[],
  ledger: Ledger,
  parts: Partial<AppParts>,
  options: StageOptions,
): Promise<RunningApp> {
  const log = pino(
    { level: options.logLevel ?? "trace" },
    {
      write: (line: string) => {
        lines.push(line);
        trace(line);
      },
    },
  );
  const server = new Server({
    Probot: Probot.defaults({
      appId: 7,
      privateKey: APP_KEY,
      secret: "s3cret",
      baseUrl: `${sandbox.url}/api/v3`,
      log,
      Octokit: makeOctokitClass({ perMinute: 0, perHour: 0 }, 1),
    }),
    request: { fetch: fetchWithin(options.patienceMs ?? PATIENCE_MS) },
    // To Probot port 0 is none, and means 3000.
    port: await findFreePort(),
    log,
  });
  const queue = createMemoryQueue({ retries: 10, ...options.queue });
  const { now } = options;
  // Threads take their time to start, and most tests are about something else.
  const { workers = workInPlace() } = parts;
  const app = makeApp({
    ledger,
    queue,
    check: async () => undefined,
    exclusively: exclusivelyWith(createProcessLocks()),
    hostAliases: ["github.com"],
    wait: async () => undefined,
    now: now === undefined ? () => Date.UTC(2026, 0, 5) : () => now().getTime(),
    ...parts,
    workers: options.knowsToday === true ? workers : withoutToday(workers),
  });
  await server.load(app.load);
  await server.start();
  return {
    ledger,
    queue,
    catchUp: app.catchUp,
    url: `http://localhost:${server.port}/api/github/webhooks`,
    stop: async () => {
      await server.stop();
      await queue.stop();
    },
  };
}

/**
 * The sandbox's clock stays at the day before most meetings of these tests: to them no day is to come. Agendas
 * have a test with a clock of their own.
 */
function withoutToday(workers: Workers): Workers {
  return {
    ...workers,
    run: (name, input, ...rest) => {
      if (!("today" in input)) return workers.run(name, input, ...rest);
      const { today: _today, ...others } = input;
      return workers.run(name, others as typeof input, ...rest);
    },
  };
}
