import type { Job } from "../queue/job.ts";

/** A repository in a webhook. */
export interface RepositoryPayload {
  readonly full_name: string;
  readonly id?: number | undefined;
}

/** The same, for a job. */
export function repositoryOf({
  full_name: repository,
  id,
}: RepositoryPayload): Pick<Job, "repository" | "repositoryId"> {
  return id === undefined ? { repository } : { repository, repositoryId: String(id) };
}
