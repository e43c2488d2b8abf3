import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { httpRefusal } from "../messages/http-refusals.ts";
import type { QueueCounts } from "../queue/queue.ts";
import { isSameSecret } from "./server/same-secret.ts";
import type { Handler } from "./server/http-server.ts";
import { pathOf } from "./server/path-of.ts";
import { refuse } from "./server/refuse.ts";
import { withinTime } from "./unavailable.ts";

/** Longer Prometheus is not kept waiting for the queue's state. In milliseconds. */
const COUNT_MS = 5000;

/** What is counted while the app serves, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  countDelivery(event: string, outcome: "queued" | "duplicate" | "refused"): void;
  countJob(cause: string, outcome: "done" | "failed"): void;
  /** A request on this installation's limits for minutes of another. */
  countForeign(installation: string): void;
  /** Minutes of this installation asked another in vain whether it agrees. */
  countRefusal(installation: string): void;
  /** A token that the minutes of this installation need. */
  countToken(installation: string): void;
  countStep(kind: string, action: string, outcome: string): void;
  /** A request to GitHub (status 0: nobody answered), and what it left of the limit (null: the answer did not say). */
  countRequest(status: number, left: LimitLeft | null): void;
  /** A request on this installation's own limits, for whatever minutes. */
  countInstallation(installation: string): void;
}

/** What is left of one of GitHub's hourly limits. */
export interface LimitLeft {
  /** Whose limit: an installation's number, or "app". */
  readonly installation: string;
  /** `core`, `graphql`, … */
  readonly resource: string;
  readonly remaining: number;
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
  const foreign = counter(
    "github_requests_for_others_total",
    "Requests on an installation's limits for minutes of another",
    ["installation"],
  );
  const refusals = counter(
    "refusals_total",
    "How often an installation's minutes asked another in vain whether it agrees",
    ["installation"],
  );
  const own = counter("github_installation_requests_total", "Requests on an installation's own limits", [
    "installation",
  ]);
  const tokens = counter("github_tokens_total", "Tokens that an installation's minutes need", [
    "installation",
  ]);
  const limits = new Gauge({
    name: "minutebook_github_remaining",
    help: "What the last answer left of GitHub's hourly limit",
    labelNames: ["installation", "resource"],
    registers: [registry],
  });
  return {
    registry,
    countDelivery: (event, outcome) => deliveries.inc({ event, outcome }),
    countJob: (cause, outcome) => jobs.inc({ cause, outcome }),
    countForeign: (installation) => foreign.inc({ installation }),
    countRefusal: (installation) => refusals.inc({ installation }),
    countToken: (installation) => tokens.inc({ installation }),
    countInstallation: (installation) => own.inc({ installation }),
    countStep: (kind, action, outcome) => steps.inc({ kind, action, outcome }),
    countRequest(status, left) {
      requests.inc({ status: String(status) });
      if (left === null) return;
      const { installation, resource, remaining } = left;
      limits.set({ installation, resource }, remaining);
    },
  };
}

/** While the database is away there are none, and the rest can be read anyway. */
function makeQueueGauges(registry: Registry, count: () => Promise<QueueCounts>): void {
  let asked: Promise<QueueCounts | null> | null = null;
  // All gauges are collected at once: they share one answer.
  const ask = (): Promise<QueueCounts | null> => {
    asked ??= withinTime(count(), COUNT_MS)
      .catch(() => null)
      .finally(() => {
        asked = null;
      });
    return asked;
  };
  const up: Gauge = new Gauge({
    name: "minutebook_database_up",
    help: "1 while the database answers, else 0",
    registers: [registry],
    async collect() {
      up.set((await ask()) === null ? 0 : 1);
    },
  });
  const age: Gauge = new Gauge({
    name: "minutebook_queue_oldest_seconds",
    help: "How long the oldest waiting job has waited",
    registers: [registry],
    async collect() {
      const counts = await ask();
      if (counts === null) age.remove();
      else age.set(counts.oldestSeconds);
    },
  });
  const jobs: Gauge<"state"> = new Gauge({
    name: "minutebook_queue_jobs",
    help: "Jobs in the queue",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const counts = await ask();
      jobs.reset();
      if (counts === null) return;
      for (const state of ["waiting", "running", "dead"] as const) jobs.set({ state }, counts[state]);
    },
  });
}

/**
 * Answers `/metrics` to whoever has the token. The handler says whether the request was for it.
 *
 * @param token - null: nobody may read them, and there is no such address.
 */
export function makeMetricsHandler({ registry }: Metrics, token: string | null): Handler {
  return async (request, response) => {
    if (token === null || pathOf(request) !== "/metrics") return false;
    if (!isToken(request.headers.authorization, token)) {
      refuse(request, response, 401, httpRefusal("metrics-token-needed"), {
        "www-authenticate": "Bearer",
      });
      return true;
    }
    const text = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" });
    response.end(text);
    return true;
  };
}

/** Takes as long whatever is wrong with it. */
function isToken(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return isSameSecret(given, token);
}
