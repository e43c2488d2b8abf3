// What the app takes of memory and asks of GitHub while GitHub fails in every way, next to the same pushes in peace.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeHostile } from "../sandbox/faults/random.ts";
import { findFreePort } from "../sandbox/free-port.ts";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import { buildRegistration, type Registration } from "../test/durability/registration.ts";
import { type Act, Books } from "../test/durability/story/books.ts";
import { buildWorld } from "../test/durability/story/build-world.ts";
import { ActPlayer } from "../test/durability/story/act-player.ts";
import { RATES } from "../test/durability/story/hostility.ts";
import { tellStory } from "../test/durability/story/story.ts";
import { NODE_FLAGS } from "./durability/node-flags.ts";
import type { Figure } from "./figure.ts";

const ROOT = join(import.meta.dirname, "..");
const PUSHES = Number(process.env.BENCH_PUSHES ?? 60);
const SEED = Number(process.env.BENCH_SEED ?? 2);
/** Between two things that happen, in milliseconds. */
const PAUSE_MS = 300;
const METRICS_TOKEN = "for-the-bench-alone";

/** What hangs or limits for long would only make it last longer. */
const QUICK = {
  "hang-before": 0,
  "hang-after": 0,
  "answer-stall": 0,
  "answer-limit": 0,
  "primary-limit": 0,
} as const;

interface Weather {
  /** Bytes. */
  readonly firstPeak: number;
  readonly peak: number;
  readonly rest: number;
  readonly requests: number;
  readonly pushes: number;
}

/** Peaks of the first start and of a storm, memory after it, and requests for each push in both weathers. */
export async function run(): Promise<readonly Figure[]> {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.js")], { stdio: "inherit" });
  const peace = await play(false);
  const storm = await play(true);
  const each = ({ requests, pushes }: Weather) => requests / pushes;
  return [
    { name: "storm/first-start-peak", value: storm.firstPeak, unit: "bytes" },
    { name: "storm/peak", value: storm.peak, unit: "bytes" },
    { name: "storm/rest", value: storm.rest, unit: "bytes" },
    { name: "storm/peace-peak", value: peace.peak, unit: "bytes" },
    { name: "storm/requests-each", value: each(storm), unit: "requests" },
    { name: "storm/peace-requests-each", value: each(peace), unit: "requests" },
  ];
}

async function play(isHostile: boolean): Promise<Weather> {
  const registration = buildRegistration();
  const { id, publicKey, webhookSecret, permissions, events } = registration;
  let isPast = true;
  const sandbox = createSandbox({
    now: () => (isPast ? new Date("2026-01-01T09:00:00Z") : new Date()),
    app: { id, publicKey, webhookSecret, permissions, events },
  });
  buildWorld(sandbox);
  isPast = false;
  await sandbox.start();
  const dataFolder = mkdtempSync(join(tmpdir(), "minutebook-storm-"));
  try {
    const first = await startApp(sandbox, registration, dataFolder);
    const firstPeak = first.memory().peak;
    await first.stop();
    const app = await startApp(sandbox, registration, dataFolder);
    try {
      for (const owner of ["grove", "mill"]) await sandbox.world.install(owner);
      await app.idle();
      sandbox.forgetRequests();
      if (isHostile) makeHostile(sandbox.faults, { seed: SEED, rates: { ...RATES, ...QUICK } });
      const pushes = await push(sandbox);
      await app.idle();
      await sandbox.faults.clear();
      await app.idle();
      await wait(5000);
      const { peak, rest } = app.memory();
      return { firstPeak, peak, rest, requests: sandbox.requests.length, pushes };
    } finally {
      await app.stop();
    }
  } finally {
    await sandbox.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Returns how many pushes there were. */
async function push(sandbox: Sandbox): Promise<number> {
  const story = tellStory(SEED, PUSHES);
  const books = new Books(story.mood);
  const actPlayer = new ActPlayer(sandbox, story.mood);
  const acts = story.beats.flatMap((beat): readonly Act[] => books.act(beat));
  let pushes = 0;
  for (const act of acts) {
    await actPlayer.do(act);
    if (act.kind === "push" || act.kind === "force") pushes += 1;
    await sandbox.faults.releaseWebhooks("reversed");
    await wait(PAUSE_MS);
  }
  return pushes;
}

/** Starts the built app as the container does, on PGlite. */
async function startApp(sandbox: Sandbox, registration: Registration, dataFolder: string) {
  const port = await findFreePort();
  const child = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, "dist", "app", "main.js")], {
    env: {
      ...pick("READ_MEMORY_MIB", "READ_THREADS", "JOBS_AT_ONCE"),
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ID: String(registration.id),
      PRIVATE_KEY: registration.privateKey,
      WEBHOOK_SECRET: registration.webhookSecret,
      GHE_HOST: sandbox.host,
      GHE_PROTOCOL: "http",
      RECOVERY_SECONDS: "0",
      DATA_FOLDER: dataFolder,
      METRICS_TOKEN,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  const ask = (path: string) => fetch(url + path, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  while (
    !(await ask("/readyz").then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`);
    await wait(20);
  }
  sandbox.setWebhook(`${url}/api/github/webhooks`);
  return {
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return { rest: readBytes(status, "VmRSS"), peak: readBytes(status, "VmHWM") };
    },
    async idle() {
      for (let quiet = 0; quiet < 2; ) {
        await wait(200);
        const text = await (await ask("/metrics")).text();
        const isIdle = ["waiting", "running"].every((state) =>
          text.includes(`minutebook_queue_jobs{state="${state}"} 0`),
        );
        quiet = isIdle ? quiet + 1 : 0;
      }
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** What the caller set of these. */
function pick(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readBytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
}
