import type { IncomingMessage, ServerResponse } from "node:http";

/** A request as the sandbox remembers it, for tests and benchmarks. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, without the host. */
  readonly path: string;
  /** `issues/create-comment`, `graphql`, `page`; null: nothing that GitHub has. */
  operation: string | null;
  /** GraphQL: the names of the fields asked for at the top. */
  fields?: readonly string[];
  status: number;
  /** The id of the installation whose token it carried. */
  installation: number | null;
  /** What was made to go wrong with it. */
  fault?: string;
  /** What the request did or would not do, for failures that need an explanation. */
  message?: string;
}

/** One request and what is to be answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly text: string;
  readonly record: RecordedRequest;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** After so many characters the connection breaks, or falls silent. */
  readonly breaks?: { readonly after: number; readonly how: "reset" | "stall" };
}

export function jsonReply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

export function send(response: ServerResponse, reply: Reply, isHead: boolean): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    "content-length": String(Buffer.byteLength(reply.body)),
  });
  if (reply.breaks === undefined) response.end(isHead ? undefined : reply.body);
  else sendInPart(response, reply.body.slice(0, reply.breaks.after), reply.breaks.how);
}

function sendInPart(response: ServerResponse, part: string | Buffer, how: "reset" | "stall"): void {
  response.write(part, () => {
    if (how === "reset") response.destroy();
  });
}
