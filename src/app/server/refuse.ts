import type { IncomingMessage, ServerResponse } from "node:http";
import type { Message } from "../../messages/message.ts";
import { MAX_THROWN_AWAY, THROW_AWAY_MS } from "./limits.ts";

/**
 * Answers without having read the body. What is still to come of it is thrown away, for a while: a connection that is
 * closed while its sender writes loses the answer too.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { text }: Message,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const declared = Number(request.headers["content-length"] ?? 0);
  const isHopeless = declared > MAX_THROWN_AWAY;
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    ...(isHopeless ? { connection: "close" } : {}),
    ...headers,
  });
  response.end(`${text}\n`);
  if (!request.complete) throwAway(request);
}

function throwAway(request: IncomingMessage): void {
  const { socket } = request;
  let seen = 0;
  const timer = setTimeout(() => socket.destroy(), THROW_AWAY_MS);
  request.on("data", (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > MAX_THROWN_AWAY) socket.destroy();
  });
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
  request.once("error", () => clearTimeout(timer));
  request.resume();
}
