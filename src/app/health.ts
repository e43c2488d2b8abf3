import type { Handler } from "./server/http-server.ts";
import { pathOf } from "./server/path-of.ts";
import { withinTime } from "./unavailable.ts";

/** Longer nobody who asks waits. In milliseconds. */
const CHECK_MS = 5000;

/** For so long an answer of the database serves all who ask. In milliseconds. */
const FRESH_MS = 1000;

/**
 * Answers `/ping` and `/healthz` (the process lives) and `/readyz` (it can take webhooks: the database answers).
 *
 * @param check - Rejects with the reason where it cannot. Strangers may ask as often as they like: it does not.
 * @param onProblem - Called with the reason, which is nobody's who asks.
 * @returns a handler that says whether the request was for it
 */
export function makeHealthHandler(
  check: () => Promise<void>,
  onProblem: (error: unknown) => void = () => undefined,
): Handler {
  const isReady = remember(() =>
    withinTime(check(), CHECK_MS).then(
      () => true,
      (error: unknown) => {
        onProblem(error);
        return false;
      },
    ),
  );
  return async (request, response) => {
    const path = pathOf(request);
    if (path !== "/ping" && path !== "/healthz" && path !== "/readyz") return false;
    const isWell = path !== "/readyz" || (await isReady());
    response.writeHead(isWell ? 200 : 503, { "content-type": "text/plain; charset=utf-8" });
    response.end(isWell ? "ok\n" : "not ready: the database does not answer\n");
    return true;
  };
}

/** Asks once for all who ask within a second. */
function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      setTimeout(() => {
        asked = null;
      }, FRESH_MS).unref();
    });
    return asked;
  };
}
