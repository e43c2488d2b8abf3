import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import nock from "nock";
import { ProbotOctokit } from "probot";
import { meterOctokit } from "../../src/app/metered.ts";
import type { Handler } from "../../src/app/server/http-server.ts";
import { makeMetrics, makeMetricsHandler, type Metrics } from "../../src/app/metrics.ts";

// Other tests of the same process have a nock of their own.
afterAll(() => nock.restore());

const TOKEN = "t0ken-of-somebody-who-may";
const COUNTS = { waiting: 3, running: 1, dead: 2, oldestSeconds: 61.5 };

test("Prometheus can read the state of the queue and what was done", async () => {
  const metrics = makeMetrics(async () => COUNTS);
  metrics.countDelivery("push", "queued");
  metrics.countJob("push", "failed");
  metrics.countStep("comment", "create", "done");
  metrics.countStep("comment", "create", "done");
  metrics.countRequest(201, { installation: "7", resource: "core", remaining: 4999 });
  const { type, lines, answers } = await scrape(metrics);

  expect(answers).toEqual([true, false]);
  expect(type).toMatch(/^text\/plain/);
  expect(lines).toEqual(
    expect.arrayContaining([
      "minutebook_database_up 1",
      'minutebook_queue_jobs{state="waiting"} 3',
      'minutebook_queue_jobs{state="running"} 1',
      'minutebook_queue_jobs{state="dead"} 2',
      "minutebook_queue_oldest_seconds 61.5",
      'minutebook_deliveries_total{event="push",outcome="queued"} 1',
      'minutebook_jobs_total{cause="push",outcome="failed"} 1',
      'minutebook_steps_total{kind="comment",action="create",outcome="done"} 2',
      'minutebook_github_requests_total{status="201"} 1',
      'minutebook_github_remaining{installation="7",resource="core"} 4999',
    ]),
  );
});

test("while the database is away the rest can be read", async () => {
  let isAway = false;
  const metrics = makeMetrics(async () => {
    if (isAway) throw new Error("away");
    return COUNTS;
  });
  await scrape(metrics);
  isAway = true;
  metrics.countDelivery("push", "refused");
  const { lines } = await scrape(metrics);

  expect(lines).toEqual(
    expect.arrayContaining([
      "minutebook_database_up 0",
      'minutebook_deliveries_total{event="push",outcome="refused"} 1',
    ]),
  );
  expect(lines.filter((line) => line.startsWith("minutebook_queue"))).toEqual([]);
});

test("each installation's limits are counted apart, and a refusal counts as a request", async () => {
  const metrics = makeMetrics(async () => COUNTS);
  const Octokit = meterOctokit(ProbotOctokit, metrics);
  const left = (remaining: number, resource: string) => ({
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-resource": resource,
  });
  nock("https://api.github.com")
    .get("/rate_limit")
    .reply(200, {}, left(4000, "core"))
    .post("/graphql")
    .reply(200, { data: {} }, left(3000, "graphql"))
    .get("/users/nobody")
    .reply(404, {}, left(59, "core"));
  const settings = { throttle: { enabled: false }, retry: { enabled: false } };
  // As Probot makes those of an installation; how it authenticates does not matter here.
  const ofInstallation = new Octokit({
    ...settings,
    authStrategy: () =>
      Object.assign(async () => ({}), { hook: (request: (o: object) => unknown, o: object) => request(o) }),
    auth: { installationId: 7 },
  } as never);
  await ofInstallation.request("GET /rate_limit");
  await ofInstallation.graphql("query { viewer { login } }");
  await expect(new Octokit(settings as never).request("GET /users/nobody")).rejects.toThrow();
  const { lines } = await scrape(metrics);

  expect(lines).toEqual(
    expect.arrayContaining([
      'minutebook_github_remaining{installation="7",resource="core"} 4000',
      'minutebook_github_remaining{installation="7",resource="graphql"} 3000',
      'minutebook_github_remaining{installation="app",resource="core"} 59',
      'minutebook_github_requests_total{status="200"} 2',
      'minutebook_github_requests_total{status="404"} 1',
      'minutebook_github_installation_requests_total{installation="7"} 2',
    ]),
  );
  expect(lines.filter((line) => line.startsWith("minutebook_github_installation_requests"))).toHaveLength(1);
});

test("what one account's minutes cost is counted", async () => {
  const metrics = makeMetrics(async () => COUNTS);
  metrics.countForeign("8");
  metrics.countRefusal("7");
  metrics.countToken("7");
  metrics.countToken("7");
  const { lines } = await scrape(metrics);

  expect(lines).toEqual(
    expect.arrayContaining([
      'minutebook_github_requests_for_others_total{installation="8"} 1',
      'minutebook_refusals_total{installation="7"} 1',
      'minutebook_github_tokens_total{installation="7"} 2',
    ]),
  );
});

test.each([
  ["without the token", {}],
  ["with a part of it", { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
  ["with more than it", { authorization: `Bearer ${TOKEN}n` }],
  ["in another scheme", { authorization: `Basic ${TOKEN}` }],
  ["with none", { authorization: "Bearer " }],
])("nobody reads them %s", async (_what, headers: Record<string, string>) => {
  const { status, text } = await ask(
    makeMetricsHandler(
      makeMetrics(async () => COUNTS),
      TOKEN,
    ),
    headers,
  );

  expect(status).toBe(401);
  expect(text).not.toContain("minutebook_");
});

test("where no token is set there are none", async () => {
  const headers = { authorization: "Bearer null" };
  const { status, text } = await ask(
    makeMetricsHandler(
      makeMetrics(async () => COUNTS),
      null,
    ),
    headers,
  );

  expect([status, text]).toEqual([404, ""]);
});

async function ask(handler: Handler, headers: Readonly<Record<string, string>>) {
  const server = createServer(async (request, response) => {
    if (!(await handler(request, response))) response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`, {
    headers,
  });
  const text = await response.text();
  server.close();
  return { status: response.status, text };
}

/** What Prometheus reads; and whether the handler was in charge of that, and of another address. */
async function scrape(metrics: Metrics) {
  const handler = makeMetricsHandler(metrics, TOKEN);
  const answers: boolean[] = [];
  const server = createServer(async (request, response) => {
    const isAnswered = await handler(request, response);
    answers.push(isAnswered);
    if (!isAnswered) response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const headers = { authorization: `Bearer ${TOKEN}` };
  const port = typeof address === "object" ? address?.port : undefined;
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  const lines = (await response.text()).split("\n").filter((line) => !line.startsWith("#"));
  await fetch(`http://127.0.0.1:${port}/other`);
  server.close();
  return { type: response.headers.get("content-type"), lines, answers };
}
