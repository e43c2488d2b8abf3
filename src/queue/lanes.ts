import type { Job } from "./queue.ts";

/**
 * A line of jobs of which only one runs at a time: one per repository for all that writes, and one beside it for the
 * previews of pull requests, so that nobody who reviews minutes waits for a long backfill. By GitHub's id: a job that does
 * not know it finds it out and is handed on.
 */
export function laneOf(job: Job): string {
  const repository = job.repositoryId == null ? job.repository.toLowerCase() : `#${job.repositoryId}`;
  return job.cause === "pull_request" ? `${repository} preview` : repository;
}

/** Whose repository it is: the jobs of one account leave room for those of others. */
export function accountOf({ repository }: Pick<Job, "repository">): string {
  return repository.slice(0, repository.indexOf("/")).toLowerCase();
}

/** Jobs of other causes are never merged, and may be large: a backfill's names each of its files. */
export const MERGED_CAUSES: readonly Job["cause"][] = ["push", "catch-up", "issue", "pull_request"];

/**
 * Jobs with the same key in the same lane that have not begun are one job. null: never merged.
 * Pushes and catch-ups all mean "bring the repository to its head"; previews are merged per pull request,
 * what goes back to the minutes per file.
 */
export function mergeKeyOf(job: Job): string | null {
  if (job.cause === "push" || job.cause === "catch-up") return "head";
  if (job.cause === "issue" && typeof job.data.path === "string") return `write-back ${job.data.path}`;
  const number = job.data.number;
  return job.cause === "pull_request" && typeof number === "number" ? `pull ${number}` : null;
}

/**
 * The newer job, but with the commit from which the older one would have started (`data.before`): the commits of both
 * are to be applied.
 */
export function mergeJobs(older: Job, newer: Job): Job {
  if (newer.cause === "catch-up") {
    const installationId = newer.installationId ?? older.installationId;
    // Where the head was seen last, and by the newer one alone: by then the older one may be done.
    const { seen: _earlier, ...data } = older.data;
    return { ...newer, ...older, installationId, data: { ...newer.data, ...data } };
  }
  const { before, askedAs } = older.data;
  const kept = { ...(before === undefined ? {} : { before }), ...(askedAs === undefined ? {} : { askedAs }) };
  return { ...newer, data: { ...newer.data, ...kept } };
}
