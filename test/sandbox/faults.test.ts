import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Octokit } from "@octokit/rest";
import { makeHostile } from "../../sandbox/faults/random.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { appToken, clientFor, installedClient, startSandbox } from "./support.ts";

const repo = { owner: "kitchen", repo: "soup" };
let sandbox: Sandbox;
let octokit: Octokit;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addIssue("kitchen/soup", { number: 1 });
  sandbox.world.addInstallation("kitchen");
  octokit = await installedClient(sandbox, "kitchen");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const comment = (body = "x") => octokit.rest.issues.createComment({ ...repo, issue_number: 1, body });
const bodies = () => sandbox.world.comments("kitchen/soup", 1).map((one) => one.body);

describe("requests that go wrong", () => {
  test.each([
    ["before", []],
    ["after", ["x"]],
  ] as const)("a 502 %s the work, once", async (when, expected) => {
    sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "error", when } });

    await expect(comment()).rejects.toMatchObject({ status: 502 });
    expect(bodies()).toEqual(expected);
    await expect(comment()).resolves.toMatchObject({ status: 201 });
  });

  test.each([
    ["before", []],
    ["after", ["x"]],
  ] as const)("a connection that is cut %s the work", async (when, expected) => {
    sandbox.faults.add({ match: /^POST .*\/comments$/, fault: { kind: "cut", when } });

    await expect(comment()).rejects.toMatchObject({ status: 500 });
    expect(bodies()).toEqual(expected);
  });

  test("an answer that does not come, until it is let go", async () => {
    sandbox.faults.add({ fault: { kind: "hang", when: "after" } });

    const answer = octokit.rest.issues.createComment({
      ...repo,
      issue_number: 1,
      body: "x",
      request: { signal: AbortSignal.timeout(50) },
    });

    await expect(answer).rejects.toMatchObject({ status: 500 });
    expect(bodies()).toEqual(["x"]);
  });

  test("the limits, with the headers that clients go by", async () => {
    sandbox.faults.add({ fault: { kind: "secondary-limit", retryAfterS: 7 } });
    sandbox.faults.add({ fault: { kind: "primary-limit" } });
    sandbox.faults.add({ match: "graphql", fault: { kind: "primary-limit" } });

    await expect(comment()).rejects.toMatchObject({
      status: 403,
      response: { headers: { "retry-after": "7" } },
    });
    await expect(comment()).rejects.toMatchObject({
      status: 403,
      response: { headers: { "x-ratelimit-remaining": "0" } },
    });
    await expect(octokit.graphql("{ viewer { login } }")).rejects.toMatchObject({
      errors: [{ type: "RATE_LIMITED" }],
    });
  });

  test("lists that come back empty, over REST and GraphQL", async () => {
    await comment();
    sandbox.faults.add({ fault: { kind: "empty" }, times: 2 });
    const query = `{ repository(owner: "kitchen", name: "soup") { issue(number: 1) { title comments(first: 5) { totalCount nodes { body } } } } }`;

    const { data } = await octokit.rest.issues.listComments({ ...repo, issue_number: 1 });

    expect(data).toEqual([]);
    expect(await octokit.graphql(query)).toEqual({
      repository: { issue: { title: "Issue 1", comments: { totalCount: 0, nodes: [] } } },
    });
    expect(await octokit.graphql(query)).toMatchObject({
      repository: { issue: { comments: { totalCount: 1 } } },
    });
  });

  test("listings that lag behind what was written, though it can be read by its id", async () => {
    sandbox.faults.lag(60_000);

    const { data: made } = await comment();
    const { data: list } = await octokit.rest.issues.listComments({ ...repo, issue_number: 1 });
    const { data: read } = await octokit.rest.issues.getComment({ ...repo, comment_id: made.id });

    expect([list, read.id]).toEqual([[], made.id]);
    sandbox.faults.lag(0);
    expect((await octokit.rest.issues.listComments({ ...repo, issue_number: 1 })).data).toHaveLength(1);
  });

  test("a call at a chosen request, before and after its work", async () => {
    const seen: string[] = [];
    const note = (when: string) => () => seen.push(`${when} ${bodies().join()}`);
    sandbox.faults.add({
      match: "issues/create-comment",
      skip: 1,
      fault: { kind: "call", before: note("before"), after: note("after") },
    });

    await comment("a");
    await comment("b");

    expect(seen).toEqual(["before a", "after a,b"]);
  });

  test("GitHub's own limits, by the world's clock", async () => {
    let now = new Date("2026-01-05T09:00:00Z");
    const strict = await startSandbox({ now: () => now });
    strict.world.addRepository("kitchen/soup");
    strict.world.addIssue("kitchen/soup", { number: 1 });
    strict.world.addInstallation("kitchen");
    const client = await installedClient(strict, "kitchen");
    const post = () => client.rest.issues.createComment({ ...repo, issue_number: 1, body: "x" });
    strict.faults.limit({ requestsPerHour: 6, contentPerMinute: 2 });

    const first = await post();
    now = new Date("2026-01-05T09:00:20Z");
    await post();
    await expect(post()).rejects.toMatchObject({
      status: 403,
      response: { headers: { "retry-after": "40" } },
    });
    now = new Date("2026-01-05T09:01:00Z");
    await post();
    await client.rest.issues.get({ ...repo, issue_number: 1 });
    const last = await client.rest.issues.get({ ...repo, issue_number: 1 });

    expect(first.headers["x-ratelimit-remaining"]).toBe("5");
    expect(last.headers["x-ratelimit-remaining"]).toBe("0");
    await expect(client.rest.issues.get({ ...repo, issue_number: 1 })).rejects.toMatchObject({
      status: 403,
      response: { headers: { "x-ratelimit-reset": String(Date.parse("2026-01-05T10:00:00Z") / 1000) } },
    });
    await strict.stop();
  });

  test("chance, the same for the same seed", async () => {
    const outcomes = async (seed: number): Promise<number[]> => {
      makeHostile(sandbox.faults, { seed, rates: { "error-before": 0.3, "error-after": 0.2 } });
      const statuses: number[] = [];
      for (let i = 0; i < 20; i += 1) {
        const status = await comment().then(
          ({ status }) => status,
          (error: { status: number }) => error.status,
        );
        statuses.push(status);
      }
      return statuses;
    };

    const first = await outcomes(42);

    expect(new Set(first)).toEqual(new Set([201, 502]));
    expect(await outcomes(42)).toEqual(first);
    expect(await outcomes(43)).not.toEqual(first);
  });
});

describe("webhooks that go wrong", () => {
  let app: Server;
  let received: string[];

  beforeEach(async () => {
    received = [];
    app = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        const { head_commit: head } = JSON.parse(text) as { head_commit: { message: string } };
        received.push(`${String(request.headers["x-github-delivery"]).slice(0, 4)} ${head.message}`);
        response.end("ok");
      });
    });
    await new Promise<void>((resolve) => {
      app.listen(0, "localhost", resolve);
    });
    sandbox.setWebhook(`http://localhost:${(app.address() as AddressInfo).port}/`);
  });

  afterEach(() => {
    app.closeAllConnections();
    app.close();
  });

  const push = (message: string) => sandbox.world.push("kitchen/soup", { "a.md": message }, { message });

  test("one is lost and shows as failed, and is delivered when it is asked for again", async () => {
    sandbox.faults.webhooks = () => "lost";
    await push("one");
    sandbox.faults.webhooks = () => "delivered";
    const asApp = clientFor(sandbox, await appToken());

    const { data } = await asApp.rest.apps.listWebhookDeliveries();
    await asApp.rest.apps.redeliverWebhookDelivery({ delivery_id: data[0]?.id ?? 0 });
    await sandbox.settled();

    expect(data).toMatchObject([{ event: "push", status_code: 0, redelivery: false }]);
    expect(received).toHaveLength(1);
    expect((await asApp.rest.apps.listWebhookDeliveries()).data).toMatchObject([
      { status_code: 200, redelivery: true, guid: data[0]?.guid },
      { status_code: 0 },
    ]);
  });

  test("one is never sent, and no list shows it", async () => {
    sandbox.faults.webhooks = () => "unsent";

    await push("one");

    expect(received).toEqual([]);
    expect(sandbox.deliveries).toEqual([]);
    expect(sandbox.faults.counts).toEqual({ unsent: 1 });
  });

  test("one comes twice with the same id", async () => {
    sandbox.faults.webhooks = () => "twice";

    await push("one");

    expect(received).toHaveLength(2);
    expect(new Set(received).size).toBe(1);
  });

  test("some come late and out of order", async () => {
    sandbox.faults.webhooks = () => "late";
    await push("one");
    await push("two");
    expect(received).toEqual([]);

    await sandbox.faults.releaseWebhooks("reversed");

    expect(received.map((line) => line.split(" ")[1])).toEqual(["two", "one"]);
  });

  test("an app that is away is a delivery that failed", async () => {
    sandbox.setWebhook("http://localhost:1/");

    await push("one");

    expect(sandbox.deliveries).toMatchObject([{ statusCode: 0, status: "failed to connect to host" }]);
  });
});
