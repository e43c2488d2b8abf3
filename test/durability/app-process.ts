import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { StorePlace } from "../../src/queue/open-store.ts";
import { findFreePort } from "../../sandbox/free-port.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { trace } from "../trace/trace.ts";
import type { Registration } from "./registration.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PRELOAD = pathToFileURL(join(import.meta.dirname, "statements.ts")).href;
const METRICS_TOKEN = "for-tests-alone";
const READY_MS = 60_000;

/** The real app in a process of its own, that may die and be started again at the same address. */
export class AppProcess {
  readonly #env: Readonly<Record<string, string>>;
  readonly url: string;
  #child: ChildProcess | null = null;
  #begun = 0;
  log = "";

  constructor(url: string, env: Readonly<Record<string, string>>) {
    this.url = url;
    this.#env = env;
  }

  get webhookUrl(): string {
    return `${this.url}/api/github/webhooks`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it can take webhooks. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = spawn(process.execPath, ["--import", PRELOAD, join(ROOT, "src", "app", "main.ts")], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NODE_ENV: "production", ...this.#env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#begun = this.log.length;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => {
        this.log = `${this.log}${text.toString()}`;
        trace(text.toString());
      });
    }
    const end = Date.now() + READY_MS;
    while (!(await this.#answers("/readyz"))) {
      // A test may have asked for its death already.
      if (this.hasEnded()) return;
      if (Date.now() > end) throw new Error(`The app does not get ready. It said:\n${this.log}`);
      await wait(20);
    }
  }

  /** Whether it has looked for what was missed before it started. */
  looked(): boolean {
    return this.log.slice(this.#begun).includes("Looked for what was missed");
  }

  hasEnded(): boolean {
    return this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Dies at once, without a chance to do anything. */
  kill(): void {
    if (!this.hasEnded()) this.#child?.kill("SIGKILL");
  }

  async ended(): Promise<void> {
    if (!this.hasEnded() && this.#child !== null) await once(this.#child, "exit");
  }

  /** Asks it to end. Returns its exit code; null: a signal ended it. */
  async stop(): Promise<number | null> {
    if (!this.hasEnded()) this.#child?.kill("SIGTERM");
    await this.ended();
    return this.#child?.exitCode ?? null;
  }

  /** Whether nothing waits or runs. */
  async isIdle(): Promise<boolean> {
    try {
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      const text = await (await fetch(`${this.url}/metrics`, { headers })).text();
      return ["waiting", "running"].every((state) =>
        text.includes(`minutebook_queue_jobs{state="${state}"} 0`),
      );
    } catch {
      return false;
    }
  }

  async #answers(path: string): Promise<boolean> {
    try {
      return (await fetch(this.url + path)).ok;
    } catch {
      return false;
    }
  }
}

/** An app in front of this sandbox, not started yet. */
export async function makeApp(
  sandbox: Sandbox,
  registration: Registration,
  place: StorePlace,
  env: Readonly<Record<string, string>> = {},
): Promise<AppProcess> {
  const port = await findFreePort();
  return new AppProcess(`http://127.0.0.1:${port}`, {
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_ID: String(registration.id),
    PRIVATE_KEY: registration.privateKey,
    WEBHOOK_SECRET: registration.webhookSecret,
    GHE_HOST: sandbox.host,
    GHE_PROTOCOL: "http",
    RECOVERY_SECONDS: "0",
    LOG_LEVEL: "trace",
    METRICS_TOKEN,
    ...("databaseUrl" in place
      ? { DATABASE_URL: place.databaseUrl }
      : { DATA_FOLDER: place.dataFolder ?? "" }),
    ...env,
  });
}
