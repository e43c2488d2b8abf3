import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";
import type { DeadJob, QueueCounts } from "../queue.ts";
import type { OperatorQueue, OperatorRequest } from "./operator-queue.ts";
import { socketPath } from "./socket-path.ts";

/** Nobody is there, or what is left of somebody. */
const AWAY: ReadonlySet<unknown> = new Set(["ENOENT", "ECONNREFUSED"]);

/** The queue of the app that runs on this data folder. null: none does. */
export async function reachQueue(dataFolder: string): Promise<OperatorQueue | null> {
  const path = socketPath(dataFolder);
  try {
    await ask(path, { ask: "count" });
  } catch (error) {
    if (AWAY.has(Reflect.get(Object(error), "code"))) return null;
    throw error;
  }
  return {
    count: () => ask<QueueCounts>(path, { ask: "count" }),
    listDead: () => ask<readonly DeadJob[]>(path, { ask: "listDead" }),
    replay: (ids) => ask<number>(path, { ask: "replay", ids: [...ids] }),
    add: (job) => ask<boolean>(path, { ask: "add", job }),
  };
}

async function ask<T>(socket: string, asked: OperatorRequest): Promise<T> {
  const sent = request({ socketPath: socket, method: "POST", path: "/", agent: false });
  sent.end(JSON.stringify(asked));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const body = (await json(response)) as { readonly result: T; readonly message?: string };
  if (response.statusCode !== 200)
    throw new CodedError(storageError("app-refused", { reason: body.message ?? "" }));
  return body.result;
}
