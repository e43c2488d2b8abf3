import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { errorText } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";
import { type OperatorQueue, type OperatorRequest, requestSchema } from "./operator-queue.ts";
import { socketPath } from "./socket-path.ts";

/**
 * Receives commands of the same user on the same machine, since no other process can open the data folder meanwhile. A
 * PostgreSQL needs none of this.
 *
 * @param dataFolder - Of this process alone: a socket that is there already is left from one that was killed.
 * @returns A function that ends it.
 */
export async function listenForOperators(
  dataFolder: string,
  queue: OperatorQueue,
): Promise<() => Promise<void>> {
  const path = socketPath(dataFolder);
  const isFile = process.platform !== "win32";
  if (isFile) await rm(path, { force: true });
  const server = createServer((request, response) => void answer(request, response, queue));
  server.listen(path);
  await once(server, "listening");
  if (isFile) await chmod(path, 0o600);
  server.unref();
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  queue: OperatorQueue,
): Promise<void> {
  try {
    const asked = requestSchema.safeParse(JSON.parse(await text(request)));
    if (!asked.success) return end(response, 400, { message: storageError("unknown-request").text });
    end(response, 200, { result: await obey(queue, asked.data) });
  } catch (error) {
    end(response, 500, { message: errorText(error) });
  }
}

function obey(queue: OperatorQueue, asked: OperatorRequest): Promise<unknown> {
  switch (asked.ask) {
    case "count":
      return queue.count();
    case "listDead":
      return queue.listDead();
    case "replay":
      return queue.replay(asked.ids);
    case "add":
      return queue.add(asked.job);
  }
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
