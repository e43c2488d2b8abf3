import { createHmac, generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { pino } from "pino";
import { Probot, Server } from "probot";
import { answerAtRoot } from "../../src/app/answer-at-root.ts";

const SECRET = "s3cret";
const BODY = JSON.stringify({ zen: "Keep it logically awesome." });

let server: Server;
let heard: string[];

beforeEach(async () => {
  heard = [];
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const log = pino({ level: "silent" });
  server = new Server({
    Probot: Probot.defaults({ appId: 7, privateKey, secret: SECRET, log }),
    port: 0,
    log,
  });
  await server.load(async (probot) => {
    probot.onAny(({ id }) => {
      heard.push(id);
    });
    server.addHandler(await answerAtRoot(probot));
  });
  await server.start();
});

afterEach(() => server.stop());

function deliver(path: string, secret = SECRET): Promise<Response> {
  const signature = `sha256=${createHmac("sha256", secret).update(BODY).digest("hex")}`;
  return fetch(`http://localhost:${server.port}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": "ping",
      "x-github-delivery": `at ${path}`,
      "x-hub-signature-256": signature,
    },
    body: BODY,
  });
}

test.each(["/", "/api/github/webhooks"])("a webhook is heard at %s", async (path) => {
  const { status } = await deliver(path);

  expect(status).toBe(200);
  expect(heard).toEqual([`at ${path}`]);
});

test("a webhook with a wrong signature is refused at / too", async () => {
  const { ok } = await deliver("/", "guessed");

  expect(ok).toBe(false);
  expect(heard).toEqual([]);
});
