import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createInstallationToken } from "../../sandbox/world/installations.ts";
import type { FaultKind, Spoiled } from "../../sandbox/faults/fault.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "./support.ts";

const ISSUE = "/api/v3/repos/kitchen/soup/issues/1";
let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addIssue("kitchen/soup", { number: 1, title: "Salt" });
  sandbox.world.addIssue("kitchen/soup", { number: 2, title: "Pepper" });
  sandbox.world.addInstallation("kitchen");
  const [installation] = sandbox.state.installations.values();
  if (installation === undefined) throw new Error("The app is not installed.");
  token = createInstallationToken(sandbox.state, installation).value;
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

async function get(path: string, init: RequestInit = {}, patienceMs = 20_000): Promise<Response> {
  const headers = { authorization: `token ${token}` };
  return fetch(sandbox.url + path, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
}

async function ask(query: string): Promise<{ data: unknown; errors?: readonly unknown[] }> {
  const answer = await get("/api/graphql", { method: "POST", body: JSON.stringify({ query }) });
  return (await answer.json()) as { data: unknown; errors?: readonly unknown[] };
}

function suffer(fault: FaultKind): void {
  sandbox.faults.add({ fault });
}

describe("an answer comes spoiled", () => {
  test.each([
    ["nothing", ""],
    ["object", "{}"],
    ["limit", '{"message":"API rate limit exceeded for installation ID 1."}'],
  ] as const)("as %s", async (as, expected) => {
    suffer({ kind: "spoiled", as });

    const answer = await get(ISSUE);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(expected);
  });

  test.each(["cut", "html", "text"] as const)("as %s, with the status of a good one", async (as) => {
    const good = await (await get(ISSUE)).text();
    suffer({ kind: "spoiled", as });

    const answer = await get(ISSUE);
    const text = await answer.text();

    expect(answer.status).toBe(200);
    expect(as === "text" ? answer.headers.get("content-type") : text).not.toBe(
      as === "text" ? "application/json; charset=utf-8" : good,
    );
    expect(good.startsWith(text)).toBe(as !== "html");
  });

  test.each(["reset", "stall", "gzip"] as const)("as %s: its body does not come to its end", async (as) => {
    const good = await (await get(ISSUE)).text();
    suffer({ kind: "spoiled", as });

    const answer = await get(ISSUE, {}, 500);

    expect(answer.status).toBe(200);
    expect(await answer.text().catch(() => "none")).not.toBe(good);
  });

  test("after the work was done, once", async () => {
    suffer({ kind: "spoiled", as: "cut" });

    await get(`${ISSUE}/comments`, { method: "POST", body: JSON.stringify({ body: "x" }) });

    expect(sandbox.world.comments("kitchen/soup", 1)).toHaveLength(1);
  });

  test("as a list with less than all, which says so", async () => {
    suffer({ kind: "spoiled", as: "incomplete" });

    const answer = await get("/api/v3/installation/repositories");

    expect(await answer.json()).toMatchObject({ total_count: 0, repositories: [], incomplete_results: true });
  });

  test.each(["cut", "object"] satisfies Spoiled["as"][])(
    "but not as %s where it is a refusal",
    async (as) => {
      suffer({ kind: "spoiled", as });

      expect(await (await get(`${ISSUE}9`)).json()).toMatchObject({ message: "Not Found" });
    },
  );
});

describe("GraphQL answers in part", () => {
  const query =
    '{ repository(owner: "kitchen", name: "soup") { a: issue(number: 1) { title } b: issue(number: 2) { title } } }';

  test.each([
    ["null", { repository: { a: { title: null }, b: { title: "Pepper" } } }],
    ["parent", { repository: { a: null, b: { title: "Pepper" } } }],
    ["absent", { repository: { a: {}, b: { title: "Pepper" } } }],
  ] as const)("leaving %s", async (leaves, data) => {
    suffer({ kind: "partial", type: "RESOURCE_LIMITS_EXCEEDED", at: /a\.title$/, leaves });

    const answer = await ask(query);

    expect(answer.data).toEqual(data);
    expect(answer.errors).toMatchObject([
      { type: "RESOURCE_LIMITS_EXCEEDED", path: ["repository", "a", "title"] },
    ]);
  });

  test("with an error of no type, anywhere", async () => {
    suffer({ kind: "partial", type: null, at: 0.99 });

    const answer = await ask(query);

    expect(answer.data).toEqual({ repository: { a: { title: "Salt" }, b: { title: null } } });
    expect(answer.errors?.[0]).not.toHaveProperty("type");
  });
});

describe("a token", () => {
  test("that is revoked does not hold any more", async () => {
    suffer({ kind: "revoke" });

    expect((await get(ISSUE)).status).toBe(401);
    expect((await get(ISSUE)).status).toBe(401);
  });
});

describe("what is new", () => {
  test("cannot be found by its own address until some time has passed", async () => {
    const sha = await sandbox.world.push("kitchen/soup", { "a.md": "x\n" });
    sandbox.world.addComment(sandbox.world.thread("kitchen/soup", 1), "x");
    const [comment] = sandbox.world.comments("kitchen/soup", 1);
    const paths = [
      ISSUE,
      `${ISSUE.replace("/1", "")}/comments/${comment?.id}`,
      `/api/v3/repos/kitchen/soup/git/trees/${sha}`,
    ];
    const node = `{ node(id: "${comment?.nodeId}") { id } repository(owner: "kitchen", name: "soup") { file: object(expression: "${sha}:a.md") { oid } } }`;

    sandbox.faults.unseen(3_600_000);

    for (const path of paths) expect((await get(path)).status).toBe(404);
    expect(await ask(node)).toMatchObject({
      data: { node: null, repository: { file: null } },
      errors: [{ type: "NOT_FOUND", path: ["node"] }],
    });
    expect(await (await get(`${ISSUE}/comments`)).json()).toEqual({ message: "Not Found" });
    await sandbox.faults.clear();
    for (const path of paths) expect((await get(path)).status).toBe(200);
  });
});

test("a request is led on to the same by another address", async () => {
  suffer({ kind: "redirect", status: 301 });

  const answer = await get(ISSUE);

  expect(answer.redirected).toBe(true);
  expect(await answer.json()).toMatchObject({ title: "Salt" });
});
