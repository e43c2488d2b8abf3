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
  /** What the process that has it in hand is doing that may take it down. Absent: nothing of the kind. */
  readonly risk?: string | null;
  /** How often a process ended while it had the job in hand. */
  readonly deaths?: number;
  /** How often a process ended while the job took a risk. */
  readonly blamed?: number;
  /** It was given up because it takes processes down, and is only tried again where a person asks for it. */
  readonly isQuarantined?: boolean;
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
