import type { Log } from "../pipeline/log.ts";
import { say, sayDebug, warn } from "./runner.ts";

/** The run's log. What people should see beside the code is annotated apart from it. */
export function createLog(bound: object = {}): Log {
  const line = (fields: object, message: string): string =>
    [
      message,
      ...Object.entries({ ...bound, ...fields }).map(([key, value]) => `${key}=${printed(value)}`),
    ].join(" ");
  return {
    debug: (fields, message) => sayDebug(line(fields, message)),
    info: (fields, message) => say(line(fields, message)),
    warn: (fields, message) => say(line(fields, message)),
    // What became of a step is annotated on its line.
    error: (fields, message) => ("step" in fields ? say : warn)(line(fields, message)),
    child: (fields) => createLog({ ...bound, ...fields }),
  };
}

/** In one line, so that the runner treats nothing in it asa command. */
function printed(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  return typeof value === "string" && /^[\w./:@#-]+$/.test(value) ? value : JSON.stringify(value);
}
