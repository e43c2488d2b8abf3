import { createServer } from "node:http";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { makeMetrics, makeMetricsHandler } from "../../src/app/metrics.ts";

test("Prometheus can read how the queue stands and what was done", async () => {
  const metrics = makeMetrics(async () => ({ waiting: 3, running: 1, dead: 2, oldestSeconds: 61.5 }));
  metrics.countDelivery("push", "queued");
  metrics.countJob("push", "failed");
  metrics.countStep("comment", "create", "done");
  metrics.countStep("comment", "create", "done");
  metrics.countRequest(201, 4999);
  const handler = makeMetricsHandler(metrics);
  const answers: boolean[] = [];
  const server = createServer(async (request, response) => {
    answers.push(await handler(request, response));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;

  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await response.text()).split("\n");
  await fetch(`http://127.0.0.1:${port}/other`);
  server.close();

  expect(answers).toEqual([true, false]);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(lines).toEqual(
    expect.arrayContaining([
      'minutebook_queue_jobs{state="waiting"} 3',
      'minutebook_queue_jobs{state="running"} 1',
      'minutebook_queue_jobs{state="dead"} 2',
      "minutebook_queue_oldest_seconds 61.5",
      'minutebook_deliveries_total{event="push",outcome="queued"} 1',
      'minutebook_jobs_total{cause="push",outcome="failed"} 1',
      'minutebook_steps_total{kind="comment",action="create",outcome="done"} 2',
      'minutebook_github_requests_total{status="201"} 1',
      "minutebook_github_remaining 4999",
    ]),
  );
});
