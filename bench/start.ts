// How long the app takes from nothing to ready on a database that it knows, and how much memory it has then.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { StorePlace } from "../src/queue/open-store.ts";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import { findFreePort } from "../sandbox/free-port.ts";
import { NODE_FLAGS } from "./durability/node-flags.ts";
import { makePlaces } from "./durability/places.ts";
import { registration } from "./durability/registration.ts";
import { type Figure, median } from "./figure.ts";

const ROUNDS = 5;
const REST_MS = 5000;
const ROOT = join(import.meta.dirname, "..");

interface Start {
  readonly readyMs: number;
  /** Bytes, a while after the start. */
  readonly resident: number;
  /** Bytes. */
  readonly peak: number;
}

/** Time to ready, as a ratio to `node -e 0` too; resident size at rest and at its peak. */
export async function run(): Promise<readonly Figure[]> {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.js")], { stdio: "inherit" });
  const { id, publicKey, secret } = registration();
  const app = { id, publicKey, webhookSecret: secret, permissions: {}, events: [] };
  const sandbox = createSandbox({ now: () => new Date(), app });
  await sandbox.start();
  const { all, remove } = await makePlaces();
  try {
    const figures: Figure[] = [];
    for (const [name, place] of all) {
      // Makes the database; what comes then finds it.
      await start(sandbox, place);
      const starts: Start[] = [];
      const nothing: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        starts.push(await start(sandbox, place));
        nothing.push(time(() => execFileSync(process.execPath, ["-e", "0"])));
      }
      const ready = median(starts.map(({ readyMs }) => readyMs));
      figures.push(
        { name: `start/${name}-ready`, value: ready, unit: "ms" },
        { name: `start/${name}-ready-ratio-to-node`, value: ready / median(nothing), unit: "ratio" },
        {
          name: `start/${name}-resident`,
          value: median(starts.map(({ resident }) => resident)),
          unit: "bytes",
        },
        { name: `start/${name}-peak`, value: Math.max(...starts.map(({ peak }) => peak)), unit: "bytes" },
      );
    }
    return figures;
  } finally {
    await sandbox.stop();
    await remove();
  }
}

/** Starts the app as the container does, and stops it. */
async function start({ host }: Sandbox, place: StorePlace): Promise<Start> {
  const { id, privateKey, secret } = registration();
  const port = await findFreePort();
  const begin = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, "dist", "app", "main.js")], {
    env: {
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ID: String(id),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: secret,
      GHE_HOST: host,
      GHE_PROTOCOL: "http",
      ...("databaseUrl" in place
        ? { DATABASE_URL: place.databaseUrl }
        : { DATA_FOLDER: place.dataFolder ?? "" }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`);
      await wait(10);
    }
    const readyMs = performance.now() - begin;
    await wait(REST_MS);
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return { readyMs, resident: readBytes(status, "VmRSS"), peak: readBytes(status, "VmHWM") };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

function readBytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
}

function time(run: () => unknown): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
