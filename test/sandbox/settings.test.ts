import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { createPrivateKey } from "node:crypto";
import { SignJWT } from "jose";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { clientFor, startSandbox } from "./support.ts";

// A key is made for each app, which takes a while on a busy machine.
jest.setTimeout(30_000);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ checkAnswers: true });
  sandbox.world.addRepository("kitchen/soup");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const MANIFEST = {
  name: "My Minutes",
  url: "https://example.org",
  redirect_url: "http://localhost:3000/setup/done",
  hook_attributes: { url: "https://minutes.example.com/api/github/webhooks" },
  default_permissions: { issues: "write" },
  default_events: ["push"],
};

function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}

describe("registering an app from a manifest", () => {
  test("is agreed to on a page, gives a code once, and makes an app whose key signs in", async () => {
    const manifest = JSON.stringify(MANIFEST);

    const page = await post("/settings/apps/new", { manifest });
    const agreed = await post("/settings/apps", { manifest });
    const back = new URL(agreed.headers.get("location") ?? "");
    const anyone = clientFor(sandbox, "");
    const request = { code: back.searchParams.get("code") ?? "" };
    const { data } = await anyone.rest.apps.createFromManifest(request);
    const jwt = await new SignJWT()
      .setProtectedHeader({ alg: "RS256" })
      .setIssuedAt()
      .setExpirationTime("5m")
      .setIssuer(String(data.id))
      .sign(createPrivateKey(data.pem));
    const { data: app } = await clientFor(sandbox, jwt).rest.apps.getAuthenticated();

    expect(await page.text()).toContain("Create GitHub App");
    expect(back.origin + back.pathname).toBe("http://localhost:3000/setup/done");
    expect(data.html_url).toBe(`${sandbox.url}/apps/my-minutes`);
    expect(app).toMatchObject({ slug: "my-minutes", permissions: { issues: "write" }, events: ["push"] });
    await expect(anyone.rest.apps.createFromManifest(request)).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ["is no JSON", "{"],
    [
      "has a webhook that GitHub does not reach",
      JSON.stringify({ ...MANIFEST, hook_attributes: { url: "http://localhost:3000/" } }),
    ],
    ["has no name", JSON.stringify({ url: "https://example.org" })],
  ])("a manifest that %s is refused", async (_what, manifest) => {
    expect((await post("/settings/apps/new", { manifest })).status).toBe(422);
  });
});

describe("pages that do something", () => {
  test("the app is installed with a button, and its deliveries are listed and sent again", async () => {
    sandbox.setWebhook("http://localhost:1/");

    const page = await (await fetch(`${sandbox.url}/apps/minutebook/installations/new`)).text();
    await post("/apps/minutebook/installations/new?owner=kitchen", {});
    const list = await (await fetch(`${sandbox.url}/_sandbox/deliveries`)).text();
    await post("/_sandbox/deliveries/1", {});

    expect(page).toContain("<button>Install</button>");
    expect(sandbox.state.installations.size).toBe(1);
    expect(list).toContain("installation.created");
    expect(sandbox.deliveries.map(({ event, redelivery }) => [event, redelivery])).toEqual([
      ["installation", false],
      ["installation", true],
    ]);
  });
});
