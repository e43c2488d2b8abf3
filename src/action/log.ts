import { debug, info, warning } from "@actions/core";
import type { Log } from "../pipeline/log.ts";

/** The run's log. What people should see beside the code is annotated apart from it. */
export function createLog(bound: object = {}): Log {
  const line = (fields: object, message: string): string =>
    [message, ...Object.entries({ ...bound, ...fields }).map(([key, value]) => `${key}=${told(value)}`)].join(
      " ",
    );
  return {
    debug: (fields, message) => debug(line(fields, message)),
    info: (fields, message) => info(line(fields, message)),
    warn: (fields, message) => info(line(fields, message)),
    // What became of a step is annotated on its line.
    error: (fields, message) => ("step" in fields ? info : warning)(line(fields, message)),
    child: (fields) => createLog({ ...bound, ...fields }),
  };
}

/** In one line, so that nothing in it can be taken for a command to the runner. */
function told(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  return typeof value === "string" && /^[\w./:@#-]+$/.test(value) ? value : JSON.stringify(value);
}
