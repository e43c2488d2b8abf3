import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { httpRefusal } from "../../messages/http-refusals.ts";
import type { Message } from "../../messages/message.ts";
import type { Bodies, NoBody } from "./bodies.ts";
import type { Handler } from "./http-server.ts";
import { MAX_BODY } from "./limits.ts";
import { refuse } from "./refuse.ts";

/** What the gate lets through, and where to. */
export interface GateOptions {
  /** Where webhooks come in. */
  readonly paths: readonly string[];
  /** What they may be signed with. */
  readonly secrets: readonly string[];
  /** The events that have a listener. */
  readonly events: ReadonlySet<string>;
  readonly bodies: Bodies;
  /** Called for each signature that was wrong. */
  readonly onForged: () => void;
  /** Takes a webhook whose signature holds; its body is the request's `body`. */
  readonly receive: Handler;
}

const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;
const EVENT = /^[a-z_]{1,64}$/;
const DELIVERY = /^[\x21-\x7e ]{1,128}$/;

const SAYS: Readonly<Record<NoBody, readonly [status: number, message: Message]>> = {
  "too long": [413, httpRefusal("body-too-long", { maximum: MAX_BODY })],
  "no room": [503, httpRefusal("server-busy")],
  "cut off": [400, httpRefusal("body-incomplete")],
};

/**
 * Guards the webhooks: looks at the headers before it reads anything, reads no more than fits, and checks the
 * signature while the body comes in, so that nobody without the secret gets a byte of it parsed.
 */
export function makeWebhookGate(options: GateOptions): Handler {
  const { paths, secrets, events, bodies, onForged, receive } = options;
  return async (request, response) => {
    const path = trimSlashes((request.url ?? "").split("?")[0] ?? "");
    if (!paths.includes(path)) return false;
    // A page may be at the same address.
    if (request.method !== "POST") {
      if (path === "/") return false;
      return refused(request, response, 405, httpRefusal("not-post"), { allow: "POST" });
    }
    const problem = findProblem(request);
    if (problem !== null) return refused(request, response, ...problem);
    const { signature, event } = readHeaders(request);
    if (!events.has(event)) return refused(request, response, 202, httpRefusal("event-not-handled"));
    const macs = secrets.map((secret) => createHmac("sha256", secret));
    if (request.headers.expect !== undefined) response.writeContinue();
    const body = await bodies.read(request, (chunk) => {
      for (const mac of macs) mac.update(chunk);
    });
    if (typeof body === "string") return refused(request, response, ...SAYS[body]);
    const digests = macs.map((mac) => mac.digest());
    const given = Buffer.from(signature, "hex");
    if (!digests.map((digest) => timingSafeEqual(digest, given)).includes(true)) {
      onForged();
      return refused(request, response, 400, httpRefusal("signature-mismatch"));
    }
    return receive(Object.assign(request, { body: body.toString("utf8") }), response);
  };
}

function refused(...[request, response, status, message, headers]: Parameters<typeof refuse>): true {
  refuse(request, response, status, message, headers);
  return true;
}

/** What is wrong with a webhook, before its body is read. */
function findProblem({ headers }: IncomingMessage): readonly [status: number, message: Message] | null {
  if (!JSON_TYPE.test(headers["content-type"] ?? "")) return [415, httpRefusal("not-json-body")];
  if (headers["content-encoding"] !== undefined) return [415, httpRefusal("compressed-body")];
  for (const [name, form] of [
    ["x-github-event", EVENT],
    ["x-github-delivery", DELIVERY],
    ["x-hub-signature-256", SIGNATURE],
  ] as const) {
    const value = headers[name];
    if (value === undefined) return [400, httpRefusal("header-missing", { name })];
    if (typeof value !== "string" || !form.test(value))
      return [400, httpRefusal("header-malformed", { name })];
  }
  return null;
}

function readHeaders({ headers }: IncomingMessage): { readonly signature: string; readonly event: string } {
  const signature = SIGNATURE.exec(String(headers["x-hub-signature-256"]))?.[1] ?? "";
  return { signature, event: String(headers["x-github-event"]) };
}

/** `/` stays. */
function trimSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}
