import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { MAX_BODY } from "../../../src/app/server/limits.ts";
import { PREVIOUS, serveProbot, webhookHeaders } from "./served-probot.ts";

const PATH = "/api/github/webhooks";
const BODY = JSON.stringify({ ref: "refs/heads/main", repository: { full_name: "grove/minutes" } });
const LONG = Buffer.alloc(MAX_BODY + 1, "a");

let served: Awaited<ReturnType<typeof serveProbot>>;
beforeEach(async () => {
  served = await serveProbot();
});
afterEach(() => served.stop());

async function deliver(
  body: string | Buffer,
  { path = PATH, headers = webhookHeaders(body) }: { path?: string; headers?: Record<string, string> } = {},
): Promise<number> {
  const response = await fetch(served.url + path, {
    method: "POST",
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  await response.text();
  return response.status;
}

/** Opens a connection, and resolves with what is said on it until it ends or says the text. */
async function speak(lines: readonly string[], body: readonly Buffer[] = []): Promise<string> {
  const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
  const answered = listenTo(socket);
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  for (const part of body) if (socket.writable) socket.write(part);
  const answer = await answered;
  socket.destroy();
  return answer;
}

async function listenTo(socket: Socket): Promise<string> {
  const [chunk] = (await Promise.race([once(socket, "data"), once(socket, "close").then(() => [""])])) as [
    unknown,
  ];
  return String(chunk);
}

describe("a webhook", () => {
  test.each([PATH, `${PATH}/`, "/", `${PATH}?from=github`])("is received at %s", async (path) => {
    expect(await deliver(BODY, { path })).toBe(200);
    expect(served.received).toHaveLength(1);
  });

  test("is received when it is sent in pieces, without its length", async () => {
    const pieces = [BODY.slice(0, 9), BODY.slice(9)];
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    const { status } = await fetch(served.url + PATH, {
      method: "POST",
      headers: webhookHeaders(BODY),
      body,
      duplex: "half",
    });

    expect([status, served.received.length]).toEqual([200, 1]);
  });

  test("under the secret before passes the gate; whether it counts is Probot's to say", async () => {
    expect(await deliver(BODY, { headers: webhookHeaders(BODY, {}, PREVIOUS) })).toBe(400);
    expect(served.received).toEqual([]);
  });

  test.each<[string, number, Record<string, string | null>]>([
    ["without a signature", 400, { "x-hub-signature-256": null }],
    ["with half a signature", 400, { "x-hub-signature-256": "sha256=00" }],
    ["with a signature of another kind", 400, { "x-hub-signature-256": `sha1=${"0".repeat(40)}` }],
    ["with a wrong signature", 400, { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["without an event", 400, { "x-github-event": null }],
    ["with an event that is none", 400, { "x-github-event": "__proto__\u00e9" }],
    ["without a delivery", 400, { "x-github-delivery": null }],
    ["of another type", 415, { "content-type": "application/x-www-form-urlencoded" }],
    ["that is compressed", 415, { "content-encoding": "gzip" }],
    ["that nobody hears", 202, { "x-github-event": "star" }],
    ["named as Object's own", 202, { "x-github-event": "constructor" }],
  ])("%s is answered with %i", async (_what, status, changed) => {
    expect(await deliver(BODY, { headers: webhookHeaders(BODY, changed) })).toBe(status);
    expect(served.received).toEqual([]);
  });

  test("that is signed for another body is refused", async () => {
    expect(await deliver(`${BODY} `, { headers: webhookHeaders(BODY) })).toBe(400);
  });

  test.each([
    ["by its length", [`Content-Length: ${LONG.length}`], []],
    [
      "as soon as it is",
      ["Transfer-Encoding: chunked"],
      [Buffer.from(`${LONG.length.toString(16)}\r\n`), LONG],
    ],
  ])("that is too long is refused %s, and its sender may read why", async (_when, length, body) => {
    const headers = Object.entries(webhookHeaders("")).map(([name, value]) => `${name}: ${value}`);
    const answer = await speak([`POST ${PATH} HTTP/1.1`, "Host: localhost", ...headers, ...length], body);

    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*The body is larger than \d+ bytes/);
  });

  test("that is too long can be sent whole, and is answered", async () => {
    expect(await deliver(LONG)).toBe(413);
    expect(await deliver(BODY)).toBe(200);
  });

  test("whose sender asks first is refused before it is sent", async () => {
    const refused = httpRequest(served.url + PATH, {
      method: "POST",
      headers: { ...webhookHeaders(LONG), expect: "100-continue", "content-length": LONG.length },
    });
    let isAsked = false;
    refused.on("continue", () => {
      isAsked = true;
    });
    refused.flushHeaders();
    const [response] = await once(refused, "response");
    refused.destroy();

    expect([response.statusCode, isAsked]).toEqual([413, false]);
  });

  test("whose sender asks first is received", async () => {
    const asked = httpRequest(served.url + PATH, {
      method: "POST",
      headers: { ...webhookHeaders(BODY), expect: "100-continue", "content-length": Buffer.byteLength(BODY) },
    });
    asked.on("continue", () => asked.end(BODY));
    asked.flushHeaders();
    const [response] = await once(asked, "response");
    response.resume();

    expect([response.statusCode, served.received.length]).toEqual([200, 1]);
  });
});

describe("whatever else is asked", () => {
  test.each([
    ["GET", PATH, 405],
    ["PUT", PATH, 405],
    ["GET", "/nothing", 404],
    ["POST", "/nothing", 404],
    ["DELETE", "/", 404],
    ["GET", "/metrics", 404],
  ])("%s %s is answered with %i, and no body of it is waited for", async (method, path, status) => {
    const answer = await speak([`${method} ${path} HTTP/1.1`, "Host: localhost", "Content-Length: 1000000"]);

    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain("x-content-type-options: nosniff");
    expect(answer).toContain("content-security-policy: default-src 'none'; frame-ancestors 'none'");
    expect(answer).toContain("referrer-policy: no-referrer");
  });

  test("headers have bounds", async () => {
    const answer = await speak([`GET / HTTP/1.1`, "Host: localhost", `X-Long: ${"a".repeat(20_000)}`]);

    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  test.each(["//elsewhere.example/", "http://elsewhere.example/"])("%s is no path", async (path) => {
    expect(await speak([`GET ${path} HTTP/1.1`, "Host: localhost"])).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("a server with names of its own", () => {
  test.each([
    ["localhost:3000", 404],
    ["127.0.0.1", 404],
    ["[::1]:3000", 404],
    ["MINUTES.example.com", 404],
    ["evil.example", 421],
    ["localhost.evil.example:3000", 421],
    ["localhost@evil.example", 421],
  ])("answers under %s with %i", async (host, status) => {
    await served.stop();
    served = await serveProbot(["localhost", "minutes.example.com"]);

    expect(await speak(["GET /nothing HTTP/1.1", `Host: ${host}`])).toContain(`HTTP/1.1 ${status} `);
  });
});
