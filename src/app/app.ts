import type { ApplicationFunctionOptions, Probot } from "probot";
import { AppClients } from "../github/clients.ts";
import type { Exclusively, InSpan } from "../github/apply/run.ts";
import type { ReadConfig } from "../github/port.ts";
import { isWithoutToken } from "../github/translate-error.ts";
import type { RateLimiter } from "../github/rate-limiter.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { readConfiguration } from "../pipeline/configuration.ts";
import type { ReadingTools } from "../pipeline/tools.ts";
import { startPool } from "../pipeline/workers/pool.ts";
import type { Workers } from "../pipeline/workers/workers.ts";
import type { Job } from "../queue/job.ts";
import type { Queue } from "../queue/queue.ts";
import { catchUp } from "./catch-up/catch-up.ts";
import type { Occasion } from "./catch-up/pace-looks.ts";
import { allowanceOf, workWithin } from "./allowance.ts";
import { makeHealthHandler } from "./health.ts";
import { connectJob } from "./connect-job.ts";
import { Confirmations } from "./jobs/confirmations.ts";
import { runJob } from "./jobs/run-job.ts";
import { reportGivenUpJob } from "./jobs/report-failure.ts";
import type { Log } from "../pipeline/log.ts";
import { narrowedOctokits } from "./narrowed-octokit.ts";
import { rememberOwnLogin } from "./own-login.ts";
import { recordRisks } from "./record-risks.ts";
import { findMinutesOfPost } from "./minutes-of-post.ts";
import { handleWebhooks } from "./webhooks.ts";

/** What the app is built from. */
export interface AppParts {
  readonly ledger: Ledger;
  readonly queue: Queue;
  /** Whether the database answers. Rejects with the reason if not. */
  readonly check: () => Promise<void>;
  /** Does something unless another job, in whatever process, is at the same. Returns whether it did. */
  readonly exclusively: Exclusively;
  /** Called for each step that was taken. */
  readonly countStep?: (kind: string, action: string, outcome: string) => void;
  /** Called for each request that minutes cost another installation's limits than their own. */
  readonly countForeign?: (installation: string) => void;
  /** Called each time that minutes of this installation asked another in vain whether it agrees. */
  readonly countRefusal?: (by: string) => void;
  /** Called for each token that the minutes of this installation need. */
  readonly countToken?: (installation: string) => void;
  /** At which pace content is made. Absent: as fast as it goes. */
  readonly limiter?: RateLimiter;
  /** Called for each delivery that could not be kept. */
  readonly onRefused?: () => void;
  /** Traces jobs and steps. Absent: nobody wants traces. */
  readonly inSpan?: InSpan;
  /** Who reads and plans. (Default: a pool of threads that end when there is nothing to do) */
  readonly workers?: Workers;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In milliseconds. */
  readonly now: () => number;
}

/** What can be asked of the app once it is loaded. */
export interface App {
  readonly load: (probot: Probot, options: ApplicationFunctionOptions) => Promise<void>;
  /** Looks for what the app never received. For the start and every hour. */
  readonly catchUp: (occasion?: Occasion) => Promise<void>;
}

/**
 * The Probot app: webhooks in, jobs queued, jobs done. A webhook's handler only decides and queues, so that it is
 * answered at once; all work on GitHub is done by the queue's handler.
 */
export function makeApp(parts: AppParts): App {
  let look: App["catchUp"] = async () => undefined;
  return {
    load: async (probot, { addHandler }) => {
      const log = probot.log as unknown as Log;
      const asApp = () => probot.auth();
      const clients = new AppClients({
        asApp,
        asInstallation: narrowedOctokits(probot, parts.now, parts.ledger, (by) =>
          parts.countToken?.(String(by)),
        ),
        now: parts.now,
        memo: parts.ledger,
      });
      const findOwnLogin = rememberOwnLogin({ asApp, memo: parts.ledger, now: parts.now });
      await handleWebhooks(probot, {
        queue: parts.queue,
        findOwnLogin,
        findMinutes: (post) => findMinutesOfPost(parts.ledger, post),
        onInstallation: () => void clients.forget(),
        onRefused: parts.onRefused,
      });
      const onProblem = (error: unknown): void =>
        log.warn({ err: error }, "Not ready: the database does not answer");
      addHandler(makeHealthHandler(parts.check, onProblem));
      look = (occasion) => catchUp({ ...parts, clients, asApp, findOwnLogin, log }, occasion);
      const workers = parts.workers ?? startPool();
      const confirmations = new Confirmations();
      const toolsFor = (job: Job, reading: ReadingTools) => {
        if (job.installationId !== null) clients.learn(job.repository, job.installationId);
        const readConfig: ReadConfig = (text, path) => readConfiguration(reading, text, path);
        const connected = connectJob({ ...parts, clients, readConfig }, job);
        return { ...parts, ...reading, ...connected, confirmations, log: logFor(log, job) };
      };
      await parts.queue.start(
        (job, signal, attempt) => {
          const within = workWithin(workers, allowanceOf(job));
          const reading = { workers: recordRisks(within, attempt), signal };
          const run = () => runJob(toolsFor(job, reading), job);
          return traced(parts, job, run).catch((error: unknown) => {
            if (job.installationId !== null && isWithoutToken(error)) clients.unlearn(job.installationId);
            throw error;
          });
        },
        (job, error) => reportGivenUpJob(toolsFor(job, { workers, signal: NEVER }), job, error),
      );
    },
    catchUp: (occasion) => look(occasion),
  };
}

const NEVER = new AbortController().signal;

function traced({ inSpan }: AppParts, job: Job, run: () => Promise<void>): Promise<void> {
  if (inSpan === undefined) return run();
  const delivery = job.deliveryId === null ? {} : { "minutebook.delivery": job.deliveryId };
  return inSpan(`job ${job.cause}`, { "minutebook.repository": job.repository, ...delivery }, run);
}

function logFor(log: Log, job: Job): Log {
  const { deliveryId, installationId, repository, cause } = job;
  return log.child({ delivery: deliveryId, installation: installationId, repository, cause });
}
