import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "./support.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
});
afterEach(() => sandbox.stop());

/** `fetch` doesn't let you set `Host` and `Origin`. */
async function ask(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const asked = request(sandbox.url + path, { method, headers, agent: false });
  asked.end();
  const [response] = await once(asked, "response");
  response.resume();
  return response.statusCode;
}

const INSTALL = "/apps/minutebook/installations/new?owner=kitchen";

test.each(["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example"])(
  "nobody is answered under the name %s, which was made to lead here",
  async (host) => {
    expect(await ask("GET", "/", { host })).toBe(403);
    expect(await ask("GET", "/api/v3/meta", { host })).toBe(403);
  },
);

test.each(["localhost", "127.0.0.1", "[::1]"])("%s is this machine's own", async (name) => {
  expect(await ask("GET", "/", { host: `${name}:${new URL(sandbox.url).port}` })).toBe(200);
});

test.each([
  { origin: "https://evil.example" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
])("a page of another site presses no button here: %j", async (headers) => {
  expect(await ask("POST", INSTALL, headers as unknown as Record<string, string>)).toBe(403);
  expect(sandbox.state.installations.size).toBe(0);
});

test("its own pages do", async () => {
  const headers = { origin: sandbox.url, "sec-fetch-site": "same-origin" };

  expect(await ask("POST", INSTALL, headers)).toBeLessThan(400);
  expect(sandbox.state.installations.size).toBe(1);
});
