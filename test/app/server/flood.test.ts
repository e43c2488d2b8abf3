import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { MAX_BODY } from "../../../src/app/server/limits.ts";
import { watchMemory } from "../../memory.ts";
import { webhookHeaders } from "./served-probot.ts";

jest.setTimeout(120_000);

const MB = 1024 * 1024;
const PATH = "/api/github/webhooks";
const SENDERS = 60;
const BODY = JSON.stringify({ ref: "refs/heads/main" });
const PART = Buffer.alloc(MB, "a");
const onLinux = process.platform === "linux" ? test : test.skip;

let child: ChildProcess;
let url: string;
beforeEach(async () => {
  child = fork(join(import.meta.dirname, "flooded-process.ts"), { execArgv: ["--max-semi-space-size=4"] });
  [{ url }] = (await once(child, "message")) as [{ url: string }];
});
afterEach(() => {
  child.kill();
});

interface Sender {
  readonly headers: readonly string[];
  readonly megabytes: number;
}

/** Sends headers and so much, however it is answered, then waits to be answered or cut off. */
async function send({ headers, megabytes }: Sender): Promise<void> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const isChunked = headers.includes("Transfer-Encoding: chunked");
  const ended = new Promise((closed) => socket.once("close", closed));
  socket.write(`POST ${PATH} HTTP/1.1\r\nHost: localhost\r\n${headers.join("\r\n")}\r\n\r\n`);
  socket.on("data", () => undefined);
  for (let sent = 0; sent < megabytes && socket.writable; sent += 1) {
    if (isChunked) socket.write(`${PART.length.toString(16)}\r\n`);
    socket.write(PART);
    if (isChunked) socket.write("\r\n");
    if (socket.writableNeedDrain)
      await Promise.race([new Promise((drained) => socket.once("drain", drained)), ended]);
  }
  socket.end();
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  socket.destroy();
}

const signed = (megabytes: number) =>
  Object.entries(webhookHeaders(""))
    .map(([name, value]) => `${name}: ${value}`)
    .concat(`Content-Length: ${megabytes * MB}`);

const FLOODS: readonly [string, Sender][] = [
  ["as long as may be, with a wrong signature", { headers: signed(MAX_BODY / MB), megabytes: MAX_BODY / MB }],
  [
    "without a length or an end",
    {
      headers: [
        ...signed(0).filter((line) => !line.startsWith("Content-Length")),
        "Transfer-Encoding: chunked",
      ],
      megabytes: 25,
    },
  ],
  ["of the 25 MB that GitHub may send", { headers: signed(25), megabytes: 25 }],
  [
    "without a signature",
    { headers: ["Content-Type: application/json", "Content-Length: 5000000"], megabytes: 5 },
  ],
  ["to nowhere, without an end", { headers: ["Transfer-Encoding: chunked"], megabytes: 25 }],
];

onLinux.each(FLOODS)(
  "sixty bodies at once %s take bounded room, and a webhook comes through",
  async (_what, sender) => {
    const memory = watchMemory(child.pid ?? 0);
    const atRest = memory.now();

    const flood = Promise.all(Array.from({ length: SENDERS }, () => send(sender)));
    const { status } = await fetch(url + PATH, { method: "POST", headers: webhookHeaders(BODY), body: BODY });
    await flood;

    expect(status).toBe(200);
    // All of them at once would be 300 MB and more.
    expect(memory.stop() - atRest).toBeLessThan(200 * MB);
  },
);
