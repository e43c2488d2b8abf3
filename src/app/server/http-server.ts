import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { boundConnections } from "./connections.ts";
import { findForeignHost } from "./hosts.ts";
import { CLOSE_MS, HTTP_LIMITS, MAX_BODY } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { logRequest } from "./request-log.ts";

/** Answers a request, or says that it was not for it. Reads no body before it knows what it is. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface ServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Names under which it may be asked, or "any". */
  readonly hosts: readonly string[] | "any";
  readonly log: Logger;
}

export interface OpenServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Every answer's; a page sends its own on top. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/**
 * Listens, and gives each request to the first handler that is in charge. Whoever asks is held to limits before
 * anything else: of size, of time, of connections.
 *
 * @throws Error with the remedy where the port is taken
 */
export async function openServer(options: ServerOptions, handlers: readonly Handler[]): Promise<OpenServer> {
  const { log, host, port } = options;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    logRequest(log, request, response);
    dispatch(request, response, options, handlers).catch((error: unknown) => {
      log.error({ err: error }, "A request could not be answered");
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, "Something went wrong here.");
    });
  };
  const server = createServer(HTTP_LIMITS, answer);
  // Whoever asks first whether to send a body is answered first.
  server.on("checkContinue", answer);
  boundConnections(server);
  await listen(server, host, port);
  const { address, port: actual } = server.address() as AddressInfo;
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${actual}`;
  log.info(`Listening on http://${host.includes(":") ? `[${host}]` : host}:${actual}`);
  return { url, stop: () => close(server) };
}

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  { hosts }: ServerOptions,
  handlers: readonly Handler[],
): Promise<void> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY)
    return refuse(request, response, 413, `A body may have ${MAX_BODY} bytes.`);
  const foreign = findForeignHost(request.headers.host, hosts);
  if (foreign !== null)
    return refuse(request, response, 421, "This name is not mine. Its operator can add it to ALLOWED_HOSTS.");
  if (!/^\/(?!\/)/.test(request.url ?? "")) return refuse(request, response, 400, "This is no path.");
  for (const handler of handlers) if (await handler(request, response)) return;
  refuse(request, response, 404, "There is nothing here.");
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen({ host, port }, listening);
  }).catch((error: unknown) => {
    if (Reflect.get(Object(error), "code") !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is already in use. Set PORT to another, or stop what listens there.`, {
      cause: error,
    });
  });
}

/** Answers under way are finished; whoever has sent no whole request by then is cut off. */
function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(force);
      closed();
    });
  });
}
