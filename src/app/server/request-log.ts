import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";

/** No known sender uses longer paths. */
const MAX_PATH = 200;

/**
 * One line for each answer: neither headers nor queries, which hold tokens and codes. What we refused is logged at
 * debug level: strangers may be refused as often as they like.
 */
export function logRequest(log: Logger, request: IncomingMessage, response: ServerResponse): void {
  const begin = performance.now();
  response.once("close", () => {
    const { method, url = "" } = request;
    const { statusCode: status } = response;
    const level = status >= 500 ? "error" : status >= 400 ? "debug" : "info";
    const path = (url.split("?")[0] ?? "").slice(0, MAX_PATH);
    const delivery = request.headers["x-github-delivery"];
    const fields = { method, path, status, ms: Math.round(performance.now() - begin) };
    log[level](
      { ...fields, ...(typeof delivery === "string" ? { delivery: delivery.slice(0, MAX_PATH) } : {}) },
      response.writableFinished ? "answered" : "cut off",
    );
  });
}
