import type { ProbotOctokit } from "probot";
import type { DurableQueue } from "../queue/queue.ts";
import type { LimitLeft, Metrics } from "./metrics.ts";

/** The queue, with what goes through it counted. */
export function meterQueue(queue: DurableQueue, metrics: Metrics): Pick<DurableQueue, keyof DurableQueue> {
  return {
    async add(job) {
      try {
        const isNew = await queue.add(job);
        metrics.countDelivery(job.cause, isNew ? "queued" : "duplicate");
        return isNew;
      } catch (error) {
        metrics.countDelivery(job.cause, "refused");
        throw error;
      }
    },
    start: (handler, onGivenUp) =>
      queue.start(async (job, signal, hand) => {
        try {
          await handler(job, signal, hand);
          metrics.countJob(job.cause, "done");
        } catch (error) {
          metrics.countJob(job.cause, "failed");
          throw error;
        }
      }, onGivenUp),
    idle: () => queue.idle(),
    stop: () => queue.stop(),
    count: () => queue.count(),
    listDead: () => queue.listDead(),
    replay: (ids) => queue.replay(ids),
    forgetDeliveries: (days) => queue.forgetDeliveries(days),
  };
}

/** An Octokit whose requests are counted, and what they leave of the limits of whoever asked. */
export function meterOctokit(Octokit: typeof ProbotOctokit, metrics: Metrics): typeof ProbotOctokit {
  return Octokit.plugin((octokit, options) => {
    const asker = findAsker(options);
    const count = (status: number, headers: Headers) => {
      metrics.countRequest(status, readLimit(asker, headers));
      if (asker !== APP) metrics.countInstallation(asker);
    };
    octokit.hook.after("request", ({ status, headers }) => count(status, headers));
    octokit.hook.error("request", (error) => {
      const { status, response } = error as { status?: number; response?: { headers: Headers } };
      count(status ?? 0, response?.headers ?? {});
      throw error;
    });
  }) as typeof ProbotOctokit;
}

const APP = "app";

type Headers = Readonly<Record<string, unknown>>;

/** The installation's number, or "app": each has limits of its own. */
function findAsker(options: { readonly auth?: unknown }): string {
  const auth = options.auth as { readonly installationId?: number } | undefined;
  return auth?.installationId === undefined ? APP : String(auth.installationId);
}

function readLimit(installation: string, headers: Headers): LimitLeft | null {
  const remaining = headers["x-ratelimit-remaining"];
  if (remaining === undefined) return null;
  const resource = String(headers["x-ratelimit-resource"] ?? "core");
  return { installation, resource, remaining: Number(remaining) };
}
