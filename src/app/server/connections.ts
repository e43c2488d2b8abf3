import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { MAX_CONNECTIONS } from "./limits.ts";

/**
 * Keeps slow senders and slow readers from taking all connections: where there are too many, the one is closed that has
 * waited longest without an answer under way, or else the oldest whose answer is written and only has to be read.
 */
export function boundConnections(server: Server, most: number = MAX_CONNECTIONS): void {
  const all = new Set<Socket>();
  const answering = new Map<Socket, ServerResponse>();
  server.on("connection", (socket) => {
    all.add(socket);
    socket.once("close", () => all.delete(socket));
    if (all.size <= most) return;
    const isRead = (one: Socket): boolean => answering.get(one)?.writableEnded === true;
    const oldest =
      [...all].find((one) => !answering.has(one) && one !== socket) ?? [...all].find(isRead) ?? socket;
    all.delete(oldest);
    oldest.destroy();
  });
  const follow = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    const begin = (): void => {
      answering.set(socket, response);
    };
    if (hasNoBody(request)) begin();
    else request.once("end", begin);
    response.once("close", () => {
      // Behind it another may be under way already.
      if (answering.get(socket) !== response) return;
      answering.delete(socket);
      // It begins to wait again.
      if (all.delete(socket) && !socket.destroyed) all.add(socket);
    });
  };
  server.on("request", follow);
  server.on("checkContinue", follow);
}

function hasNoBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
}
