import type { IncomingMessage, ServerResponse } from "node:http";
import { withinTime } from "./unavailable.ts";

/** Longer nobody who asks waits. In milliseconds. */
const CHECK_MS = 5000;

/**
 * Answers `/healthz` (the process lives) and `/readyz` (it can take webhooks: the database answers).
 *
 * @param check - Rejects with the reason where it cannot.
 * @returns a handler that says whether the request was for it
 */
export function makeHealthHandler(check: () => Promise<void>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== "/healthz" && pathname !== "/readyz") return false;
    const problem = pathname === "/readyz" ? await findProblem(check) : null;
    response.writeHead(problem === null ? 200 : 503, { "content-type": "text/plain; charset=utf-8" });
    response.end(problem === null ? "ok\n" : `not ready: ${problem}\n`);
    return true;
  };
}

async function findProblem(check: () => Promise<void>): Promise<string | null> {
  try {
    await withinTime(check(), CHECK_MS);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
