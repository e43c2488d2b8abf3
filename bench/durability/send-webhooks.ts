import { createHmac, randomUUID } from "node:crypto";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import autocannon from "autocannon";
import { NODE_FLAGS } from "./node-flags.ts";
import { registration } from "./registration.ts";

const REPOSITORIES = 500;
/** As many webhooks are under way at a time: GitHub does not wait for one before it sends the next. */
const CONNECTIONS = 250;

export interface Rate {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Starts a server and sends it pushes as fast as it acknowledges them. */
export async function measure(args: readonly string[], seconds: number): Promise<Rate> {
  registration();
  const child = fork(join(import.meta.dirname, "webhook-server.ts"), [...args], {
    execArgv: NODE_FLAGS,
  });
  try {
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    const url = `http://127.0.0.1:${port}/api/github/webhooks`;
    await send(url, Math.min(2, seconds));
    return await send(url, seconds);
  } finally {
    await end(child);
  }
}

async function send(url: string, seconds: number): Promise<Rate> {
  const requests = makeBodies().map(({ body, signature }) => ({
    method: "POST" as const,
    body,
    setupRequest: (request: autocannon.Request) => ({
      ...request,
      headers: {
        "content-type": "application/json",
        "x-github-event": "push",
        "x-github-delivery": randomUUID(),
        "x-hub-signature-256": signature,
      },
    }),
  }));
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} webhooks were refused, ${result.errors} failed`);
  }
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** Signed pushes, one for each of many repositories. */
function makeBodies() {
  const { secret } = registration();
  return Array.from({ length: REPOSITORIES }, (_, index) => {
    const body = JSON.stringify({
      ref: "refs/heads/main",
      before: "1".repeat(40),
      after: "2".repeat(40),
      deleted: false,
      repository: { id: index, full_name: `grove/minutes-${index}`, default_branch: "main" },
      sender: { login: "quince" },
      installation: { id: 1 },
      commits: Array.from({ length: 5 }, (_entry, commit) => ({
        id: String(commit).repeat(40),
        message: "Write down what was said in the meeting of this week",
        added: [`meetings/2026-03-0${commit}.md`],
        modified: [],
        removed: [],
      })),
    });
    return { body, signature: `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
}
