import { setTimeout as wait } from "node:timers/promises";
import { getPrivateKey } from "@probot/get-private-key";
import { pino } from "pino";
import { Probot, run, Server } from "probot";
import { createMemoryLedger } from "../ledger/memory-ledger.ts";
import { createMemoryQueue } from "../queue/memory-queue.ts";
import { makeApp } from "./app.ts";
import { makeOctokitClass } from "./client-settings.ts";
import { readSettings } from "./environment.ts";

/** Serves the app, or Probot's set-up page where there are no credentials yet. */
async function main(): Promise<void> {
  const { env } = process;
  if (!env.APP_ID) {
    await run(() => undefined);
    return;
  }
  const privateKey = getPrivateKey({ env });
  const secret = env.WEBHOOK_SECRET;
  if (privateKey === null)
    throw new Error("PRIVATE_KEY is missing: the app's key, or PRIVATE_KEY_PATH, a file with it.");
  if (!secret) throw new Error("WEBHOOK_SECRET is missing: what was set as the app's webhook secret.");
  const settings = readSettings(env);
  const log = pino({ level: env.LOG_LEVEL ?? "info", name: "minutebook" });
  const baseUrl = env.GHE_HOST ? `${env.GHE_PROTOCOL || "https"}://${env.GHE_HOST}/api/v3` : null;
  const server = new Server({
    Probot: Probot.defaults({
      appId: env.APP_ID,
      privateKey,
      secret,
      log,
      ...(baseUrl === null ? {} : { baseUrl }),
      Octokit: makeOctokitClass(settings.pace),
    }),
    host: env.HOST ?? "localhost",
    port: Number(env.PORT || 3000),
    log,
  });
  const ledger = createMemoryLedger();
  const queue = createMemoryQueue({
    onDead: (job, error) => log.error({ err: error, ...job }, "A job was given up"),
  });
  const app = makeApp({
    ledger,
    queue,
    hostAliases: settings.hostAliases,
    wait: (ms) => wait(ms),
    now: Date.now,
  });
  await server.load(app);
  await server.start();
  const stop = async (): Promise<void> => {
    await server.stop();
    await queue.stop();
    await ledger.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
