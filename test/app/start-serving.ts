import { serve } from "../../src/app/serve.ts";
import { findFreePort } from "../../sandbox/free-port.ts";
import { trace } from "../trace/trace.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

/** Serves the real app, as `npm start` does, in front of a sandbox. */
export async function startServing(
  env: Readonly<Record<string, string>>,
  sandbox: Sandbox,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await findFreePort();
  const { stop } = await serve(
    { LOG_LEVEL: "trace", ...env, HOST: "127.0.0.1", PORT: String(port) },
    { write: trace },
  );
  const url = `http://127.0.0.1:${port}`;
  sandbox.setWebhook(`${url}/api/github/webhooks`);
  return { url, stop };
}
