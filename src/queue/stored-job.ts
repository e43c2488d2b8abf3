import { mergeJobs } from "./lanes.ts";
import type { Job } from "./queue.ts";

/** A job with what became of it so far, as pg-boss keeps it. */
export interface StoredJob {
  readonly job: Job;
  /** How often it has failed since it last succeeded. */
  readonly failures: number;
  /** When that began, in milliseconds since 1970; null: it has not failed. */
  readonly failingSince: number | null;
  /** Not before this instant it is tried again, whatever comes, in milliseconds since 1970. Absent: at any time. */
  readonly restsUntil?: number;
  /** What went wrong last. */
  readonly error: string | null;
}

/** A job that has not been tried. */
export function newStoredJob(job: Job): StoredJob {
  return { job, failures: 0, failingSince: null, error: null };
}

/** The newer job takes the place of both; what the older one suffered stays with it. */
export function mergeStoredJobs(older: StoredJob, newer: StoredJob): StoredJob {
  return { ...older, job: mergeJobs(older.job, newer.job) };
}
