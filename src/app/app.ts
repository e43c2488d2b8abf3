import type { Probot } from "probot";
import { makeClient } from "../github/client.ts";
import { AppClients } from "../github/clients.ts";
import { connectGitHub } from "../github/connect.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Job, Queue } from "../queue/queue.ts";
import { runJob } from "./jobs/run-job.ts";
import type { Log } from "./log.ts";
import { hearWebhooks } from "./webhooks.ts";

/** What the app stands on. */
export interface AppParts {
  readonly ledger: Ledger;
  readonly queue: Queue;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * The Probot app: webhooks in, jobs queued, jobs done. A webhook's handler only decides and queues, so that it is
 * answered at once; all work on GitHub is done by the queue's handler.
 */
export function makeApp(parts: AppParts): (probot: Probot) => Promise<void> {
  return async (probot) => {
    const clients = new AppClients({
      asApp: () => probot.auth(),
      asInstallation: (id) => probot.auth(id),
      now: parts.now,
    });
    const github = connectGitHub(clients);
    hearWebhooks(probot, {
      queue: parts.queue,
      findOwnLogin: rememberOwnLogin(probot),
      onInstallation: () => clients.forget(),
    });
    await parts.queue.start(async (job, signal) => {
      clients.learn(job.repository, job.installationId);
      const log = logFor(probot.log as unknown as Log, job);
      await runJob({ ...parts, github, log, signal }, job);
    });
  };
}

function logFor(log: Log, job: Job): Log {
  const { deliveryId, installationId, repository, cause } = job;
  return log.child({ delivery: deliveryId, installation: installationId, repository, cause });
}

/** Our bot's login, asked for once. */
function rememberOwnLogin(probot: Probot): () => Promise<string> {
  let login: string | null = null;
  return async () => {
    if (login === null) {
      const app = await makeClient(await probot.auth()).get("GET /app", {});
      login = `${app?.slug ?? "minutebook"}[bot]`;
    }
    return login;
  };
}
