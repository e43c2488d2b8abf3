import type { ProbotOctokit } from "probot";
import type { DurableQueue } from "../queue/queue.ts";
import type { Metrics } from "./metrics.ts";

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
    start: (handler) =>
      queue.start(async (job, signal) => {
        try {
          await handler(job, signal);
          metrics.countJob(job.cause, "done");
        } catch (error) {
          metrics.countJob(job.cause, "failed");
          throw error;
        }
      }),
    idle: () => queue.idle(),
    stop: () => queue.stop(),
    count: () => queue.count(),
    listDead: () => queue.listDead(),
    replay: (ids) => queue.replay(ids),
    forgetDeliveries: (days) => queue.forgetDeliveries(days),
  };
}

/** An Octokit whose requests are counted. */
export function meterOctokit(Octokit: typeof ProbotOctokit, metrics: Metrics): typeof ProbotOctokit {
  return Octokit.plugin((octokit) => {
    octokit.hook.after("request", ({ status, headers }) => {
      metrics.countRequest(status, readRemaining(headers));
    });
    octokit.hook.error("request", (error) => {
      const { status, response } = error as {
        status?: number;
        response?: { headers: Readonly<Record<string, unknown>> };
      };
      metrics.countRequest(status ?? 0, readRemaining(response?.headers ?? {}));
      throw error;
    });
  }) as typeof ProbotOctokit;
}

function readRemaining(headers: Readonly<Record<string, unknown>>): number | null {
  const remaining = headers["x-ratelimit-remaining"];
  return remaining === undefined ? null : Number(remaining);
}
