import { gzipSync } from "node:zlib";
import { jsonReply, type Reply } from "../http/exchange.ts";
import type { PartialAnswer, Spoiled } from "./fault.ts";

/** The good answer as it comes spoiled. What is refused, or has no body, comes as it is. */
export function spoil(reply: Reply, as: Spoiled["as"]): Reply {
  if (reply.status >= 300 || reply.body.length === 0) return reply;
  const { link: _link, ...rest } = reply.headers;
  const headers = { ...rest };
  const half = Math.floor(reply.body.length / 2);
  switch (as) {
    case "cut":
      return { ...reply, headers, body: String(reply.body).slice(0, half) };
    case "nothing":
      return { ...reply, headers, body: "" };
    case "object":
      return { ...reply, headers, body: "{}" };
    case "html":
      return {
        ...reply,
        headers: { ...headers, "content-type": "text/html; charset=utf-8" },
        body: "<!doctype html><title>Unicorn!</title><p>We had issues producing the response to your request.",
      };
    case "text":
      return { ...reply, headers: { ...reply.headers, "content-type": "text/plain; charset=utf-8" } };
    case "limit":
      return jsonReply(reply.status, { message: "API rate limit exceeded for installation ID 1." }, headers);
    case "incomplete":
      return { ...reply, headers, body: incomplete(String(reply.body)) };
    case "reset":
    case "stall":
      return { ...reply, breaks: { after: half, how: as } };
    case "gzip": {
      const packed = gzipSync(reply.body);
      const body = packed.subarray(0, Math.max(20, Math.floor(packed.length / 2)));
      return { ...reply, headers: { ...headers, "content-encoding": "gzip" }, body };
    }
  }
}

/** Lists that count themselves come with less than they have, and say so. */
function incomplete(text: string): string {
  const value = JSON.parse(text) as object;
  if (!("total_count" in value)) return text;
  const lists = Object.entries(value).map(([key, child]) => [key, Array.isArray(child) ? [] : child]);
  return JSON.stringify({ ...Object.fromEntries(lists), total_count: 0, incomplete_results: true });
}

type Path = readonly (string | number)[];

/** GraphQL's answer with something left out, and an error that says what. Answers that are no data come as they are. */
export function leaveOut(reply: Reply, { type, at, leaves = "null" }: PartialAnswer): Reply {
  const answer = JSON.parse(String(reply.body)) as {
    readonly data?: object | null;
    readonly errors?: object[];
  };
  const paths = Array.from(pathsOf(answer.data ?? {}));
  const path =
    at instanceof RegExp ? paths.find((one) => at.test(one.join("."))) : paths[Math.floor(at * paths.length)];
  if (path === undefined) return reply;
  const data = structuredClone(answer.data) as object;
  remove(data, leaves === "parent" && path.length > 1 ? path.slice(0, -1) : path, leaves);
  const message = "Something went wrong while this was being looked for.";
  const error = { ...(type === null ? {} : { type }), path, locations: [], message };
  return jsonReply(reply.status, { data, errors: [...(answer.errors ?? []), error] }, reply.headers);
}

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    yield [...path, key];
    yield* pathsOf(child, [...path, key]);
  }
}

function remove(data: object, path: Path, leaves: PartialAnswer["leaves"]): void {
  const parent = path.slice(0, -1).reduce<object>((value, key) => Reflect.get(value, key), data);
  const last = path.at(-1) ?? "";
  // Of a list nothing can be absent but the end.
  if (leaves === "absent" && !Array.isArray(parent)) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, null);
}
