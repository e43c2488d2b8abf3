import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { findFreePort } from "../../sandbox/free-port.ts";

const root = join(import.meta.dirname, "..", "..");

/** How long the app may take to listen. In milliseconds. */
const START_MS = 120_000;

/** The real app in a process of its own, as `npm start` runs it. */
export interface AppProcess {
  readonly url: string;
  readonly webhookUrl: string;
  /** What it logged so far. */
  readonly log: () => string;
  /** Whether it ended by itself. */
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

/** What a process needs of its surroundings. Settings of an app that somebody runs for good are none of the demo's. */
const SURROUNDINGS = ["PATH", "HOME", "TMPDIR", "TEMP", "SYSTEMROOT", "LANG"];

/**
 * Starts the app and waits until it answers. Throws with its log where it does not.
 *
 * @param env - What an operator would set: `APP_ID`, `PRIVATE_KEY`, `WEBHOOK_SECRET`, `GHE_HOST`, …
 * @param cwd - A folder of its own, without a `.env`.
 */
export async function startApp(env: Readonly<Record<string, string>>, cwd: string): Promise<AppProcess> {
  const port = await findFreePort();
  const kept = SURROUNDINGS.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const child = spawn(process.execPath, [join(root, "src", "app", "main.ts")], {
    cwd,
    env: {
      ...Object.fromEntries(kept),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      // Its own names alone.
      ALLOWED_HOSTS: "localhost",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A closed pipe (`npm run demo | head`) ends the demo at once: the app has to go with it.
  const goWithUs = (): void => void child.kill();
  process.once("exit", goWithUs);
  child.once("exit", () => process.off("exit", goWithUs));
  let log = "";
  const keep = (text: unknown): void => {
    log = `${log}${text}`.slice(-200_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const url = `http://127.0.0.1:${port}`;
  const app: AppProcess = {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    log: () => log,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => stop(child),
  };
  await waitFor(() => answers(`${url}/ping`), app, START_MS, "The app does not answer.");
  return app;
}

/** Asks until it is so. Throws where the app has ended or logged an error, or after the time given. */
export async function waitFor(
  isSo: () => boolean | Promise<boolean>,
  app: AppProcess,
  timeoutMs: number,
  otherwise: string,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await isSo())) {
    const errors = errorsIn(app.log());
    if (app.hasEnded()) throw new Error(`The app ended by itself. It said:\n${app.log()}`);
    if (errors.length > 0) throw new Error(`${otherwise} It said:\n${errors.join("\n")}`);
    if (Date.now() > end) throw new Error(`${otherwise} The last that it said:\n${app.log().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The errors in the log. Lines are JSON, with pino's levels. */
function errorsIn(log: string): string[] {
  return log.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    try {
      const { level, msg, err, cause } = JSON.parse(line);
      return level >= 50 ? [`${msg}: ${err?.stack ?? cause ?? ""}`] : [];
    } catch {
      // The last line is not whole yet.
      return [];
    }
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(force);
}
