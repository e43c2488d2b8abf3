import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isFromElsewhere } from "./from-elsewhere.ts";
import { type Exchange, jsonReply, readText, type RecordedRequest, type Reply, send } from "./exchange.ts";

/** Answers one request. */
export type Answerer = (exchange: Exchange) => Promise<Reply>;

/** Handles a request before its answer: answers itself (null: cuts the connection), or passes it on. */
export type Interceptor = (exchange: Exchange, answer: () => Promise<Reply>) => Promise<Reply | null>;

export interface SandboxServer {
  readonly requests: RecordedRequest[];
  intercept: Interceptor;
  /** Listens on the port (0: any that is free) of this machine alone; returns the port. */
  start(port: number): Promise<number>;
  stop(): Promise<void>;
}

/** The HTTP server: reads a request, has it answered, remembers it. `answerers` by the beginning of the path. */
export function createSandboxServer(
  answerers: readonly (readonly [prefix: string, answer: Answerer])[],
  report: (problem: string) => void,
): SandboxServer {
  let server: Server | undefined;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isFromElsewhere(request)) {
      send(response, jsonReply(403, { message: "The sandbox is for this machine alone." }), false);
      return;
    }
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    const record: RecordedRequest = {
      method: request.method ?? "GET",
      path: url.pathname + url.search,
      operation: null,
      status: 0,
      installation: null,
    };
    sandbox.requests.push(record);
    const exchange = { request, url, text: await readText(request), record };
    const found = answerers.find(([prefix]) => url.pathname === prefix || url.pathname.startsWith(prefix));
    const answer = async () =>
      found === undefined ? jsonReply(404, { message: "Not Found" }) : await found[1](exchange);
    const reply = await sandbox.intercept(exchange, answer);
    if (reply === null) {
      response.destroy();
      return;
    }
    record.status = reply.status;
    send(response, withRequestId(reply, sandbox.requests.length), request.method === "HEAD");
  }

  function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report(`${request.method} ${request.url}: the sandbox failed: ${text}`);
    if (!response.headersSent)
      send(response, jsonReply(500, { message: `The sandbox failed: ${text}` }), false);
  }

  const sandbox: SandboxServer = {
    requests: [],
    intercept: (_exchange, answer) => answer(),
    async start(port) {
      const listening = createServer((request, response) => {
        handle(request, response).catch((error: unknown) => fail(error, request, response));
      });
      // Clients keep connections longer than the five seconds that are usual; closing them first makes races.
      listening.keepAliveTimeout = 60_000;
      server = listening;
      await new Promise<void>((resolve, reject) => {
        listening.once("error", reject);
        listening.listen(port, "localhost", resolve);
      });
      return (listening.address() as AddressInfo).port;
    },
    async stop() {
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      closing.closeAllConnections();
      await closed;
    },
  };
  return sandbox;
}

function withRequestId(reply: Reply, count: number): Reply {
  return { ...reply, headers: { "x-github-request-id": `SANDBOX:${count}`, ...reply.headers } };
}
