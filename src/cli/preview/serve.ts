import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { AnswerPage } from "../../page-server/answer-page.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError, errorCode } from "../errors.ts";
import type { Workspace } from "./workspace.ts";

const HOST = "127.0.0.1";

/** A page that is served. */
export interface PreviewServer {
  readonly url: string;
  /** Sends every open page what has changed on disk. */
  readonly refresh: () => void;
  readonly stop: () => Promise<void>;
}

/** One open page. */
interface Listener {
  /** Path of the minutes that it wants. */
  readonly wanted: string | null;
  readonly response: ServerResponse;
  /** What was sent last: the list, and what is shown, be it minutes or a problem. */
  readonly sent: Map<"list" | "shown", string>;
  /** Tells one thing after the other, so that the newest is the last. */
  sending: Promise<void>;
}

/**
 * Serves the page and, as server-sent events, the minutes. Whoever can reach this port from this machine may read them;
 * pages of other sites, which a browser would let ask, may not.
 *
 * @param port - 0: any that is free.
 */
export async function servePreview(
  workspace: Workspace,
  answerPage: AnswerPage,
  port: number,
): Promise<PreviewServer> {
  const listeners = new Set<Listener>();
  const hosts = new Set<string>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isFromElsewhere(request, hosts)) return refuse(response, 403, "This page is for this machine only.");
    const url = new URL(request.url ?? "/", `http://${HOST}`);
    if (url.pathname !== "/preview/events") {
      if (!(await answerPage(request, response))) refuse(response, 404, "Not found.");
      return;
    }
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const wanted = url.searchParams.get("file");
    const listener: Listener = { wanted, response, sent: new Map(), sending: Promise.resolve() };
    listeners.add(listener);
    response.on("close", () => listeners.delete(listener));
    queueChanges(listener, workspace);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, errorText(error));
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", (error) => failed(explain(error, port)));
    server.listen(port, HOST, listening);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  for (const name of [HOST, "localhost"]) hosts.add(`${name}:${actual}`);
  return {
    url: `http://${HOST}:${actual}/`,
    refresh: () => {
      for (const listener of listeners) queueChanges(listener, workspace);
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/**
 * Whether another site is behind a request: a name that was made to lead here (DNS rebinding), or a page of that site.
 * Only a link to the page itself may come from anywhere.
 */
function isFromElsewhere({ headers, method, url }: IncomingMessage, hosts: ReadonlySet<string>): boolean {
  if (!hosts.has(headers.host ?? "")) return true;
  if (headers.origin !== undefined && !hosts.has(headers.origin.replace(/^http:\/\//, ""))) return true;
  const site = headers["sec-fetch-site"] ?? "none";
  const isLink = method === "GET" && headers["sec-fetch-mode"] === "navigate" && url === "/";
  return site !== "none" && site !== "same-origin" && !isLink;
}

function queueChanges(listener: Listener, workspace: Workspace): void {
  // A page whose connection is gone asks again by itself.
  listener.sending = listener.sending
    .then(() => sendChanges(listener, workspace))
    .catch(() => void listener.response.destroy());
}

/** Sends a page what it does not know yet: the minutes to choose from, and those that it shows. */
async function sendChanges({ wanted, response, sent }: Listener, workspace: Workspace): Promise<void> {
  const send = (slot: "list" | "shown", event: string, value: unknown): void => {
    const line = `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`;
    if (sent.get(slot) === line) return;
    sent.set(slot, line);
    response.write(line);
  };
  const candidates = await workspace.list();
  const paths = candidates.map(({ path }) => path);
  send("list", "files", paths);
  const chosen = candidates.find(({ path }) => path === wanted) ?? candidates[0];
  if (chosen === undefined) {
    send("shown", "problem", "No files here match the `minutes` globs of the configuration.");
    return;
  }
  const draft = await workspace.read(chosen);
  if ("problem" in draft) send("shown", "problem", `${draft.path}: ${draft.problem}`);
  else send("shown", "draft", draft);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

function explain(error: Error, port: number): Error {
  if (errorCode(error) === "EADDRINUSE")
    return new CliError(commandLineError("preview-port-in-use", { port }));
  if (errorCode(error) === "EACCES") return new CliError(commandLineError("preview-port-reserved", { port }));
  return error;
}
