import type { Cause, Job, JobOf } from "../../src/queue/job.ts";

const DATA: { readonly [C in Cause]: JobOf<C>["data"] } = {
  push: { before: "a", commit: "b" },
  pull_request: { number: 1, commit: "c", for: [] },
  approval: { button: "apply", plan: null },
  retry: { button: "retry" },
  undo: { undo: { commit: null, paths: null, since: null, only: null } },
  command: { command: { name: "retry", number: 1, isPull: false, commentId: 1, by: "ada" } },
  "catch-up": {},
  backfill: {
    backfill: {
      run: "r",
      part: 0,
      request: { from: null, order: "oldest", limit: null },
      files: null,
      done: 0,
      changes: 0,
      hidden: 0,
      failures: [],
      failed: 0,
    },
  },
  installation: {},
  issue: { path: "a.md" },
};

/** A job of a repository of minutes: a push, if nothing else is said. A test states what differs. */
export function buildJob<C extends Cause = "push">(
  difference: Partial<Omit<JobOf<C>, "cause" | "data">> & {
    readonly cause?: C;
    readonly data?: Partial<JobOf<C>["data"]>;
  } = {},
): JobOf<C> {
  const { cause = "push", data, ...place } = difference;
  const job = { installationId: 1, repository: "acme/minutes", deliveryId: null, ...place };
  return { ...job, cause, data: { ...DATA[cause], ...data } } as Job as JobOf<C>;
}
