import { existsSync } from "node:fs";
import { run } from "probot";
import { serve } from "./serve.ts";

/** Longer than this a stop does not wait for the step in hand. In milliseconds. */
const STOP_MS = 10_000;

/** Serves the app, or Probot's set-up page where there are no credentials yet. */
async function main(): Promise<void> {
  // The set-up page writes the credentials to this file.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { env } = process;
  if (!env.APP_ID) {
    await run(() => undefined);
    return;
  }
  const { stop, lost } = await serve(env);
  void lost.then(fail);
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
