import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { QueueCounts } from "../queue/queue.ts";

/** What is counted while the app serves, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  countDelivery(event: string, outcome: "queued" | "duplicate" | "refused"): void;
  countJob(cause: string, outcome: "done" | "failed"): void;
  countStep(kind: string, action: string, outcome: string): void;
  /** A request to GitHub, and what it left of the hourly limit (null: the answer did not say). */
  countRequest(status: number, remaining: number | null): void;
}

/**
 * @param count - The queue's present state; asked for at each scrape.
 */
export function makeMetrics(count: () => Promise<QueueCounts>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  makeQueueGauges(registry, count);
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `minutebook_${name}`, help, labelNames, registers: [registry] });
  const deliveries = counter("deliveries_total", "Webhooks that ask for work", ["event", "outcome"]);
  const jobs = counter("jobs_total", "Jobs that were tried", ["cause", "outcome"]);
  const steps = counter("steps_total", "Steps of plans", ["kind", "action", "outcome"]);
  const requests = counter("github_requests_total", "Requests to GitHub", ["status"]);
  const remaining = new Gauge({
    name: "minutebook_github_remaining",
    help: "What the last answer left of GitHub's hourly limit",
    registers: [registry],
  });
  return {
    registry,
    countDelivery: (event, outcome) => deliveries.inc({ event, outcome }),
    countJob: (cause, outcome) => jobs.inc({ cause, outcome }),
    countStep: (kind, action, outcome) => steps.inc({ kind, action, outcome }),
    countRequest(status, left) {
      requests.inc({ status: String(status) });
      if (left !== null) remaining.set(left);
    },
  };
}

function makeQueueGauges(registry: Registry, count: () => Promise<QueueCounts>): void {
  const age: Gauge = new Gauge({
    name: "minutebook_queue_oldest_seconds",
    help: "How long the oldest waiting job has waited",
    registers: [registry],
    async collect() {
      age.set((await count()).oldestSeconds);
    },
  });
  const jobs: Gauge<"state"> = new Gauge({
    name: "minutebook_queue_jobs",
    help: "Jobs in the queue",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const { waiting, running, dead } = await count();
      jobs.set({ state: "waiting" }, waiting);
      jobs.set({ state: "running" }, running);
      jobs.set({ state: "dead" }, dead);
    },
  });
}

/** Answers `/metrics`. The handler says whether the request was for it. */
export function makeMetricsHandler({ registry }: Metrics) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== "/metrics") return false;
    const text = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType });
    response.end(text);
    return true;
  };
}
