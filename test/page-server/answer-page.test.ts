import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import { makePageHandler } from "../../src/page-server/answer-page.ts";
import { loadPage } from "../../src/page-server/page-files.ts";
import { followingDocument, policyElement } from "../../src/page-server/policy.ts";
import { makeFolder } from "../cli/folder.ts";

const SCRIPT = `console.log("${"long ".repeat(400)}");`;

let server: Server;
let url: string;

beforeEach(async () => {
  const folder = makeFolder({
    "index.html": "<h1>The page</h1>",
    "assets/main-1a2b.js": SCRIPT,
    "notes.txt": "no part of the page",
  });
  const answer = makePageHandler(loadPage(folder), "none");
  server = createServer(async (request, response) => {
    if (!(await answer(request, response))) response.writeHead(404).end("left to others");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  url = `http://127.0.0.1:${Object(address).port}`;
});

afterEach(() => new Promise<void>((closed) => server.close(() => closed())));

describe("the page's server", () => {
  test("gives the page at /, to be asked for again each time", async () => {
    const response = await fetch(`${url}/?from=here`);

    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toBe("<h1>The page</h1>");
  });

  test("answers that nothing changed, where nothing did", async () => {
    const etag = (await fetch(url)).headers.get("etag") ?? "";

    expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test.each(["br", "gzip", "identity"])("gives a script as %s, to be kept for good", async (encoding) => {
    const response = await fetch(`${url}/assets/main-1a2b.js`, { headers: { "accept-encoding": encoding } });

    expect(response.headers.get("content-encoding") ?? "identity").toBe(encoding);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cache-control")).toMatch(/immutable/);
    expect(await response.text()).toBe(SCRIPT);
  });

  test("forbids all that the page does not need", async () => {
    const { headers } = await fetch(url);
    const policy = headers.get("content-security-policy") ?? "";

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each(["/notes.txt", "/ping", "/assets/../../package.json"])("leaves %s to others", async (path) => {
    expect(await (await fetch(url + path)).text()).toBe("left to others");
  });

  test("leaves what is sent to / to others", async () => {
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

test("a document that follows the disk leaves the policy to the headers", () => {
  const html = followingDocument(`<head>${policyElement}</head>`);

  expect(html).not.toContain("Content-Security-Policy");
  expect(html).toContain("minutebook-follows");
});

test("a document of another version is not treated as one that can follow", () => {
  expect(() => followingDocument("<head></head>")).toThrow("Build it again");
});
