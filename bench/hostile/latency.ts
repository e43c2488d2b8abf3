import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../../sandbox/free-port.ts";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { NODE_FLAGS } from "../durability/node-flags.ts";
import { registration } from "../durability/registration.ts";
import type { Figure } from "../figure.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const REPOSITORIES = 4;
const QUIET_MS = 10_000;
const AT_LEAST_MS = 20_000;
/** So that some of it goes over its budget, however fast reading is. In seconds. */
const BUDGET = 1;
const BYTES = 512 * 1024;

/** What a stranger repeats until the file is full. */
const SHAPES = [
  "we will ",
  "a\n===\n",
  "中",
  "&",
  "1. ",
  "- TODO: Mona to do a thing\n",
  "- #1 and #2, ",
  "> - *a ",
];

/** How long `/healthz` takes while nothing is pushed, and while strangers propose poison to several repositories. */
export async function measureLatency(): Promise<readonly Figure[]> {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.js")], { stdio: "inherit" });
  const { id, publicKey, secret } = registration();
  const permissions = { contents: "read", checks: "write", issues: "write", pull_requests: "write" } as const;
  const app = { id, publicKey, webhookSecret: secret, permissions, events: ["push", "pull_request"] };
  const sandbox = createSandbox({ now: () => new Date(), app });
  await sandbox.start();
  const dataFolder = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
  const port = await findFreePort();
  const child = startApp(sandbox, dataFolder, port);
  const ended = once(child, "exit");
  let probe: ChildProcess | null = null;
  try {
    await untilReady(child, port);
    const health = `http://127.0.0.1:${port}/healthz`;
    probe = fork(join(import.meta.dirname, "probe.ts"), [health], { execArgv: [] });
    await once(probe, "message");
    sandbox.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`);
    buildWorld(sandbox);
    await wait(QUIET_MS);
    const quiet = await take(probe);
    const { files, over } = await attack(sandbox);
    const hostile = await take(probe);
    return [
      ...describe("quiet", quiet),
      ...describe("poison", hostile),
      { name: "hostile/poison-files", value: files, unit: "files", note: `${over} went over ${BUDGET} s` },
    ];
  } finally {
    probe?.kill("SIGKILL");
    child.kill("SIGTERM");
    await ended;
    await sandbox.stop();
    rmSync(dataFolder, { recursive: true });
  }
}

/** As the container starts it. */
function startApp({ host }: Sandbox, dataFolder: string, port: number): ChildProcess {
  const { id, privateKey, secret } = registration();
  return spawn(process.execPath, [...NODE_FLAGS, join(ROOT, "dist", "app", "main.js")], {
    env: {
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ID: String(id),
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: secret,
      GHE_HOST: host,
      GHE_PROTOCOL: "http",
      DATA_FOLDER: dataFolder,
      READ_SECONDS: String(BUDGET),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function buildWorld({ world }: Sandbox): void {
  world.addUser("mallory");
  for (const name of names()) {
    world.addRepository(name);
    world.commit(name, { "README.md": "x" });
  }
  world.addInstallation("acme");
}

function names(): readonly string[] {
  return Array.from({ length: REPOSITORIES }, (_, index) => `acme/minutes-${index}`);
}

/** Proposes one shape after the other to each repository, until all are through and the time is over. */
async function attack(sandbox: Sandbox): Promise<{ readonly files: number; readonly over: number }> {
  const { world } = sandbox;
  const end = performance.now() + AT_LEAST_MS;
  let files = 0;
  for (let round = 0; round === 0 || performance.now() < end; round += 1) {
    for (const [index, shape] of SHAPES.entries()) {
      const text = `# Weekly 2026-01-05\n\n${shape.repeat(Math.ceil(BYTES / Buffer.byteLength(shape)))}\n`;
      const branch = `fork-${round}-${index}`;
      for (const name of names()) {
        await world.push(name, { "meetings/2026-01-05.md": text }, { branch, by: "mallory" });
        await world.openPull(name, { head: branch, base: "main", title: "typo" }, { by: "mallory" });
        files += 1;
      }
      const shown = () => names().reduce((sum, name) => sum + world.checkRuns(name).length, 0);
      while (shown() < files) await wait(100);
    }
  }
  const runs = names().flatMap((name) => world.checkRuns(name));
  return { files, over: runs.filter(({ summary }) => /took longer/.test(summary ?? "")).length };
}

function describe(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return [
    { name: `hostile/healthz-${name}-p50`, value: at(0.5), unit: "ms" },
    { name: `hostile/healthz-${name}-p99`, value: at(0.99), unit: "ms", note: `of ${sorted.length} answers` },
    { name: `hostile/healthz-${name}-max`, value: at(1), unit: "ms" },
  ];
}

async function take(probe: ChildProcess): Promise<readonly number[]> {
  const answer = once(probe, "message");
  probe.send("take");
  return (await answer)[0] as readonly number[];
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`);
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(50);
  }
}
