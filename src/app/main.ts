import { existsSync } from "node:fs";
import { start } from "./start.ts";

/** Longer than this a stop does not wait for the step in hand. In milliseconds. */
const STOP_MS = 10_000;

/** Serves the app, or its set-up page where there are no credentials yet. */
async function main(): Promise<void> {
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
