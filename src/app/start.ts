import type { DestinationStream } from "pino";
import type { Environment } from "./environment.ts";
import { makeLog } from "./log.ts";
import { serve, type Serving } from "./serve.ts";
import { withKeptCredentials } from "./set-up/kept-credentials.ts";
import { openSetUp } from "./set-up/open-set-up.ts";

/**
 * Serves the app; where it has no credentials yet, the page that gets it some, and then the app.
 *
 * @param given - See docs/operating.md.
 * @param logTo - Where the log goes. (Default: standard output)
 * @throws Error with the remedy where something is missing
 */
export async function start(given: Environment, logTo?: DestinationStream): Promise<Serving> {
  const env = withKeptCredentials(given);
  if (env.APP_ID) return serve(env, logTo);
  // The code has to be seen.
  const level = env.LOG_LEVEL === "debug" || env.LOG_LEVEL === "trace" ? env.LOG_LEVEL : "info";
  const log = makeLog({ LOG_LEVEL: level }, logTo);
  const setUp = await openSetUp(env, log);
  let isStopping = false;
  const served = setUp.registered.then(async (credentials) => {
    await setUp.stop();
    if (isStopping) return null;
    log.info({ app: credentials.APP_ID }, "The app is registered, and starts");
    const serving = await serve({ ...env, ...credentials }, logTo);
    if (isStopping) await serving.stop();
    return serving;
  });
  let serving: Serving | null = null;
  const lost = served.then(async (started) => {
    serving = started;
    return started === null ? new Promise<Error>(() => undefined) : started.lost;
  });
  return {
    lost,
    stop: async () => {
      isStopping = true;
      await (serving ?? setUp).stop();
    },
  };
}
