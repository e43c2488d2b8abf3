import { type DestinationStream, type Logger, pino } from "pino";
import type { Environment } from "./environment.ts";

/**
 * The app's log, as `LOG_LEVEL` wants it.
 *
 * @param to - Where it goes. (Default: standard output)
 */
export function makeLog(env: Environment, to?: DestinationStream): Logger {
  return pino({ level: env.LOG_LEVEL || "info", name: "minutebook" }, to ?? pino.destination(1));
}
