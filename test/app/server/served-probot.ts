import { createHmac, generateKeyPairSync } from "node:crypto";
import { pino } from "pino";
import { Probot } from "probot";
import { openAppServer } from "../../../src/app/server/open-app-server.ts";

export const SECRET = "the present secret";
export const PREVIOUS = "the one before";

/** A Probot behind the app's server that listens to pushes, and the ids of those that it received. */
export async function serveProbot(hosts: readonly string[] | "any" = "any") {
  const received: string[] = [];
  const log = pino({ level: "silent" });
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const server = await openAppServer(new Probot({ appId: 7, privateKey, secret: SECRET, log }), {
    host: "127.0.0.1",
    port: 0,
    hosts,
    log,
    secrets: [SECRET, PREVIOUS],
    load: async (probot) => {
      probot.on("push", ({ id }) => {
        received.push(id);
      });
    },
    handlers: [],
  });
  return { ...server, received };
}

/** The headers of a webhook. */
export function webhookHeaders(
  body: string | Buffer,
  changed: Readonly<Record<string, string | null>> = {},
  secret = SECRET,
): Record<string, string> {
  const headers = {
    "content-type": "application/json",
    "x-github-event": "push",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    ...changed,
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
