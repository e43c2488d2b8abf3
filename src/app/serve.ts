import { setTimeout as wait } from "node:timers/promises";
import type { DestinationStream, Logger } from "pino";
import { Probot } from "probot";
import { fetchWithin, PATIENCE_MS } from "../github/fetch-within.ts";
import { RateLimiter } from "../github/rate-limiter.ts";
import { makePrivate } from "../ledger/database/private-folder.ts";
import { listenForOperators } from "../queue/operator/listen.ts";
import { startPool } from "../pipeline/workers/pool.ts";
import { openStore, type Store } from "../queue/open-store.ts";
import { makePageHandler } from "../page-server/answer-page.ts";
import { findPageFolder, loadPage } from "../page-server/page-files.ts";
import { makeApp } from "./app.ts";
import { lookAtStart } from "./catch-up/look-at-start.ts";
import { noteStop, type Occasion } from "./catch-up/pace-looks.ts";
import { makeOctokitClass } from "./client-settings.ts";
import { readCredentials } from "./credentials.ts";
import { readAddress, readSettings, type Environment } from "./environment.ts";
import { meterOctokit, meterQueue } from "./metered.ts";
import { makeMetrics, makeMetricsHandler } from "./metrics.ts";
import { makeLog } from "./log.ts";
import { watchOwnDatabase } from "./lost-database.ts";
import { watchOutages } from "./outage.ts";
import { acceptPreviousSecret } from "./previous-secret.ts";
import { readSecretFiles } from "./secrets.ts";
import { readHosts } from "./server/hosts.ts";
import type { Handler } from "./server/http-server.ts";
import { openAppServer } from "./server/open-app-server.ts";
import { startTelemetry } from "./telemetry.ts";

const HOUR_MS = 60 * 60 * 1000;

/** So long a stop may take to be noted. */
const NOTE_MS = 1000;

/** An app that serves. */
export interface Serving {
  /** Finishes the current step and leaves the rest for the next start. */
  readonly stop: () => Promise<void>;
  /** Resolves with what to tell where only a new process helps. Never resolves otherwise. */
  readonly lost: Promise<Error>;
}

/**
 * Serves the app: opens the database, listens for webhooks, and looks for what was missed while it was away, now and
 * every hour.
 *
 * @param given - See docs/operating.md.
 * @param logTo - Where the log goes. (Default: standard output)
 * @throws Error with the remedy where something is missing
 */
export async function serve(given: Environment, logTo?: DestinationStream): Promise<Serving> {
  const env = readSecretFiles(given);
  const settings = readSettings(env);
  const credentials = readCredentials(env);
  const log = makeLog(env, logTo);
  const metrics = makeMetrics(() => store.queue.count());
  const Octokit = meterOctokit(makeOctokitClass(settings.pace), metrics);
  const probot = new Probot({ ...credentials, log, Octokit, request: { fetch: fetchWithin(PATIENCE_MS) } });
  const place = env.DATABASE_URL
    ? { databaseUrl: env.DATABASE_URL }
    : { dataFolder: env.DATA_FOLDER || "data" };
  const onError = (error: unknown): void =>
    log.error({ err: error }, "Something went wrong in the background");
  const telemetry = await startTelemetry(env);
  if ("dataFolder" in place) await closeFolder(place.dataFolder, log);
  const store = await openStore(place, { onError, ...settings.queue });
  const { budget, threads } = settings.reading;
  const workers = startPool({ budget, ...(threads === 0 ? {} : { threads }) });
  try {
    const queue = meterQueue(store.queue, metrics);
    const { countForeign, countRefusal, countStep, countToken } = metrics;
    const limiter = new RateLimiter(settings.pace, { now: Date.now, wait: async (ms) => wait(ms) });
    const stopping = new AbortController();
    const onFault = (error: unknown): void => {
      if (!stopping.signal.aborted) onError(error);
    };
    const lookBack = async () => void (await lookForMissed(store, () => app.catchUp(), onFault));
    const untilStop = async (ms: number) => wait(ms, undefined, { signal: stopping.signal });
    const { check } = store;
    const onRefused = watchOutages({ check, lookBack, wait: untilStop });
    const app = makeApp({
      ...parts(store),
      queue,
      countForeign,
      countRefusal,
      countStep,
      countToken,
      limiter,
      onRefused,
      workers,
      hostAliases: settings.hostAliases,
      ...(telemetry === null ? {} : { inSpan: telemetry.inSpan }),
    });
    const hangUp = "dataFolder" in place ? await listen(place.dataFolder, store, onError) : null;
    const previous = env.WEBHOOK_SECRET_PREVIOUS;
    const server = await openAppServer(probot, {
      ...readAddress(env),
      hosts: readHosts(env.ALLOWED_HOSTS),
      log: log.child({ name: "http" }),
      secrets: [credentials.secret, ...(previous ? [previous] : [])],
      load: async (loaded, options) => {
        if (previous) acceptPreviousSecret(loaded, { present: credentials.secret, previous });
        await app.load(loaded, options);
      },
      handlers: [makeMetricsHandler(metrics, env.METRICS_TOKEN || null), ...pageHandlers(log)],
    });
    // It may take long, and be stopped meanwhile.
    const look = (occasion: Occasion) => lookForMissed(store, () => app.catchUp(occasion), onFault);
    lookAtStart({ ledger: store.ledger, look, wait: untilStop, now: Date.now }).catch(onFault);
    const timer = setInterval(() => void lookBack(), HOUR_MS);
    const isOwn = "dataFolder" in place;
    return {
      lost: isOwn
        ? watchOwnDatabase({ check, wait: untilStop, now: Date.now })
        : new Promise(() => undefined),
      stop: async () => {
        clearInterval(timer);
        stopping.abort();
        // At once: both have but the same few seconds.
        await Promise.all([server.stop(), store.queue.stop(), hangUp?.()]);
        await workers.close();
        // A database that is away keeps no stop waiting.
        const noted = noteStop(store.ledger).catch(onError);
        await Promise.race([noted, wait(NOTE_MS, undefined, { ref: false })]);
        await store.close();
        await telemetry?.stop();
      },
    };
  } catch (error) {
    await workers.close();
    await store.close();
    throw error;
  }
}

/** What others could read until now, perhaps since a version that did not see to it, they cannot any more. */
async function closeFolder(dataFolder: string, log: Logger): Promise<void> {
  const { closed, open } = await makePrivate(dataFolder);
  if (closed > 0)
    log.warn({ closed }, `The data folder was open to other users of this machine, and is no more`);
  if (open.length > 0)
    log.warn(
      { open: open.length },
      `The data folder is open to other users of this machine, and belongs to another: ${open[0]}`,
    );
}

/** The page to try minutes on, where it is built. */
function pageHandlers(log: Logger): readonly Handler[] {
  const page = findPageFolder();
  if (page !== null) return [makePageHandler(loadPage(page), "none")];
  log.info("The page to try minutes on is not built: npm run build:page");
  return [];
}

/** Where no socket can be made the app serves anyway. */
async function listen(dataFolder: string, { queue }: Store, onError: (error: unknown) => void) {
  try {
    return await listenForOperators(dataFolder, queue);
  } catch (error) {
    onError(error);
    return null;
  }
}

/** One process at a time looks for what was missed. Never throws. Returns whether it is this one's turn. */
async function lookForMissed(
  store: Store,
  catchUp: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<boolean> {
  try {
    return await store.exclusively("catch-up", async () => {
      await catchUp();
      await store.tidy();
    });
  } catch (error) {
    onError(error);
    return true;
  }
}

function parts({ ledger, check, exclusively }: Store) {
  return { ledger, check, exclusively, wait: async (ms: number) => wait(ms), now: Date.now };
}
