import type { Job, JobOf } from "../queue/job.ts";
import { type RepositoryPayload, repositoryOf } from "./repository-payload.ts";

/** What is needed of the payloads of `installation` and `installation_repositories`. */
export interface InstallationPayload {
  readonly action: string;
  readonly installation: { readonly id: number };
  readonly repositories?: readonly RepositoryPayload[] | undefined;
  readonly repositories_added?: readonly RepositoryPayload[] | undefined;
}

/** Jobs that remember the present heads of repositories on which the app was just installed; they post nothing. */
export function decideInstalled(
  payload: InstallationPayload,
  deliveryId: string,
): readonly JobOf<"installation">[] {
  const { action, installation, repositories, repositories_added } = payload;
  const added = action === "created" ? repositories : action === "added" ? repositories_added : [];
  return (added ?? []).map((repository) => ({
    installationId: installation.id,
    ...repositoryOf(repository),
    cause: "installation",
    deliveryId: `${deliveryId}/${repository.full_name}`,
    data: {},
  }));
}

/** So many jobs share a transaction; who comes between two of them does not wait for all. */
const PART = 500;

/**
 * Queues many jobs, part by part: an account may have tens of thousands of repositories, and others' webhooks come
 * meanwhile.
 */
export async function inParts(jobs: readonly Job[], add: (job: Job) => Promise<void>): Promise<void> {
  for (let start = 0; start < jobs.length; start += PART) {
    await Promise.all(jobs.slice(start, start + PART).map(add));
  }
}
