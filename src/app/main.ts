import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { start } from "./start.ts";

/** Longer than this a stop does not wait for the step in hand. In milliseconds. */
const STOP_MS = 10_000;

/**
 * Without a limit for young objects Node lets its heap grow by a hundred MB of garbage; it can be set at the start
 * alone.
 */
function saveMemory(): void {
  const isLimited = process.execArgv.some((flag) => /^--max[-_]semi[-_]space[-_]size/.test(flag));
  if (!isLimited) setFlagsFromString("--optimize-for-size");
}

/** Serves the app, or its set-up page where there are no credentials yet. */
async function main(): Promise<void> {
  saveMemory();
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { stop, lost } = await start(process.env);
  void lost.then(fail, fail);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(
        () => fail(new Error("The step in hand took too long; it is taken up at the next start.")),
        STOP_MS,
      ).unref();
      stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
