import type { Job } from "../../src/queue/queue.ts";

/** A push to a repository of minutes; a test states what differs. */
export function buildJob(difference: Partial<Job> = {}): Job {
  return {
    installationId: 1,
    repository: "acme/minutes",
    cause: "push",
    deliveryId: null,
    data: {},
    ...difference,
  };
}
