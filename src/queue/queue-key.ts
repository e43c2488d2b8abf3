import type { Job } from "./job.ts";

/**
 * The key under which one job runs at a time: the repository for all jobs that write, and another one for the previews
 * of its pull requests, so that no preview waits for a long backfill. By GitHub's id: a job without it is added again
 * with it.
 */
export function queueKeyOf(job: Pick<Job, "repository" | "repositoryId" | "cause">): string {
  const repository = job.repositoryId == null ? job.repository.toLowerCase() : `#${job.repositoryId}`;
  return job.cause === "pull_request" ? `${repository} preview` : repository;
}

/** The account of the repository: the jobs of one account leave room for those of others. */
export function accountOf({ repository }: Pick<Job, "repository">): string {
  return repository.slice(0, repository.indexOf("/")).toLowerCase();
}
