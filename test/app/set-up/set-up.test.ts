import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { pino } from "pino";
import { withKeptCredentials } from "../../../src/app/set-up/kept-credentials.ts";
import { openSetUp, type SetUp } from "../../../src/app/set-up/open-set-up.ts";
import { start } from "../../../src/app/start.ts";
import { findFreePort } from "../../../sandbox/free-port.ts";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { Browser, formOf } from "./browser.ts";

// The sandbox makes a key, and the app a database.
jest.setTimeout(180_000);

let sandbox: Sandbox;
let folder: string;
let lines: string[];
let setUp: SetUp;

const env = () => ({
  GHE_HOST: sandbox.host,
  GHE_PROTOCOL: "http",
  DATA_FOLDER: join(folder, "data"),
  HOST: "127.0.0.1",
});
const writeLine = (line: string): void => {
  lines.push(line);
};
const codes = () => [...lines.join("").matchAll(/enter the code ([A-Z0-9-]+)/g)].map(([, code = ""]) => code);
const lastCode = () => codes().at(-1) ?? "";

beforeEach(async () => {
  sandbox = createSandbox();
  sandbox.world.addRepository("kitchen/soup");
  await sandbox.start();
  folder = mkdtempSync(join(tmpdir(), "minutebook-set-up-"));
  lines = [];
});

afterEach(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const enter = (browser: Browser, code = lastCode()) => browser.post("/setup/code", { code });

/** Goes from the code to GitHub's page and back, as far as the address to which GitHub sends the browser. */
async function register(browser: Browser, choices: Readonly<Record<string, string>> = {}): Promise<URL> {
  await enter(browser);
  const page = await (await browser.post("/setup/manifest", choices)).text();
  const { action, fields } = formOf(page);
  const asked = formOf(
    await (await fetch(action, { method: "POST", body: new URLSearchParams(fields) })).text(),
  );
  const agreed = await fetch(asked.action, {
    method: "POST",
    body: new URLSearchParams(asked.fields),
    redirect: "manual",
  });
  return new URL(agreed.headers.get("location") ?? "");
}

test("whoever reads the log registers the app in a browser, and it serves without another start", async () => {
  const PORT = String(await findFreePort());
  const { stop, lost } = await start({ ...env(), PORT }, { write: writeLine });
  let failure: unknown = null;
  lost.catch((error: unknown) => {
    failure = error;
  });
  const browser = new Browser(`http://127.0.0.1:${PORT}`);
  try {
    const back = await register(browser);
    const done = await browser.comeBack(back);

    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe(`${sandbox.url}/apps/minutebook/installations/new`);
    const file = join(folder, "data", "credentials.json");
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8"))).sort()).toEqual([
      "APP_ID",
      "PRIVATE_KEY",
      "WEBHOOK_SECRET",
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    expect(lines.join("")).not.toContain("PRIVATE KEY");

    while (failure === null && !(await isReady(PORT)))
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(failure).toBeNull();
    sandbox.setWebhook(`http://127.0.0.1:${PORT}/api/github/webhooks`);
    await sandbox.world.install("kitchen");
    await sandbox.settled();
    expect(sandbox.deliveries.map(({ event, statusCode }) => [event, statusCode])).toEqual([
      ["installation", 200],
    ]);
    expect((await browser.get("/setup/done?code=x&state=y")).status).toBe(404);
  } finally {
    await stop();
  }
  expect(withKeptCredentials(env()).APP_ID).toBe(String(sandbox.state.app?.id));
});

async function isReady(port: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

describe("the set-up page", () => {
  let browser: Browser;
  beforeEach(async () => {
    const log = pino({ level: "info" }, { write: writeLine });
    setUp = await openSetUp({ ...env(), PORT: String(await findFreePort()) }, log);
    browser = new Browser(setUp.url);
  });
  afterEach(() => setUp.stop());

  test("shows nothing but a field for the code to whoever has none", async () => {
    const page = await (await browser.get("/")).text();

    expect(page).toContain('name="code"');
    expect(page).not.toContain("manifest");
    expect((await browser.post("/setup/manifest", {})).status).toBe(403);
    expect((await browser.get("/setup/done?code=a&state=")).status).toBe(403);
    for (const path of ["/probot", "/probot/setup?code=a", "/probot/import", "/metrics"])
      expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post("/probot/import", { appId: "1" })).status).toBe(404);
  });

  test("is kept by nobody, framed by nobody, and loads nothing", async () => {
    const { headers } = await browser.get("/");

    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:\d+; frame-ancestors 'none'/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin");
  });

  test("gives a session only for the right code, and for each code once", async () => {
    const code = lastCode();
    expect((await enter(browser, `${code}A`)).status).toBe(403);
    expect((await enter(browser, "")).status).toBe(403);
    expect((await enter(browser, code.toLowerCase().replaceAll("-", " "))).status).toBe(303);

    expect((await enter(new Browser(setUp.url), code)).status).toBe(403);
    expect(await (await browser.get("/")).text()).toContain('name="organization"');
    expect(codes()).toHaveLength(1);
  });

  test("takes five tries, then no code at all for a while", async () => {
    const code = lastCode();
    for (let tries = 0; tries < 5; tries += 1) await enter(browser, "AAAA-AAAA-AAAA-AAAA");

    expect((await enter(browser, code)).status).toBe(403);
    expect(codes()).toHaveLength(1);
  });

  test("takes no code of GitHub's that another browser, or nobody, asked for", async () => {
    const back = await register(browser);
    const stranger = new Browser(setUp.url);

    expect((await stranger.comeBack(back)).status).toBe(403);
    const withoutState = new URL(back);
    withoutState.searchParams.delete("state");
    expect((await browser.comeBack(withoutState)).status).toBe(403);
    // A state that was tried is gone.
    expect((await browser.comeBack(back)).status).toBe(403);
    expect(readdirSync(join(folder, "data"))).toEqual([]);
  });

  test("says so where GitHub refuses the code, with a link to start again", async () => {
    const back = await register(browser);
    back.searchParams.set("code", "another");

    const answer = await browser.comeBack(back);

    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("GitHub refused the code (404). Start again.");
    expect(readdirSync(join(folder, "data"))).toEqual([]);
  });

  test.each([
    ["of another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["of another site that tells no more than that", { "sec-fetch-site": "cross-site" }],
    [
      "of another service of the same machine",
      { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" },
    ],
    ["of a page without an origin", { origin: "null" }],
  ])("refuses forms %s", async (_where, headers) => {
    const code = lastCode();
    expect((await browser.post("/setup/code", { code }, headers)).status).toBe(403);
    expect((await enter(browser, code)).status).toBe(303);
    expect((await browser.post("/setup/manifest", {}, headers)).status).toBe(403);
  });

  test("answers no name that was made to lead here", async () => {
    expect((await browser.get("/", { host: "evil.example" })).status).toBe(421);
    expect((await browser.get("/", { host: `localhost:${new URL(setUp.url).port}` })).status).toBe(200);
  });

  test("reads no long form", async () => {
    expect((await browser.post("/setup/code", { code: "A".repeat(10_000) })).status).toBe(413);
  });

  test("asks GitHub for what app.yml says, with no webhook where GitHub could not reach it", async () => {
    await enter(browser);
    const page = await (await browser.post("/setup/manifest", { webhook: "", organization: "grove" })).text();
    const { action, fields } = formOf(page);
    const manifest = JSON.parse(fields.manifest ?? "");

    expect(new URL(action).pathname).toBe("/organizations/grove/settings/apps/new");
    expect(new URL(action).searchParams.get("state")).toMatch(/^[\w-]{43}$/);
    expect(manifest).toMatchObject({
      public: false,
      redirect_url: `${setUp.url}/setup/done`,
      hook_attributes: { url: "https://example.com/minutebook", active: false },
      default_permissions: { checks: "write" },
    });
  });

  test.each([
    ["an organization", { organization: '"><script>alert(1)</script>' }],
    ["an address", { webhook: "javascript:alert(1)" }],
    ["an address with a password", { webhook: "https://me:pw@minutes.example.com/" }],
  ])("refuses %s that is none, and shows it as text", async (_what, choices) => {
    await enter(browser);
    const answer = await browser.post("/setup/manifest", choices);
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect(page).not.toContain("<script>");
  });
});
