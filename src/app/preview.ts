import { findProposers, type PullEvent } from "../pipeline/pull-event.ts";
import type { JobOf } from "../queue/job.ts";

/** What is needed of a `pull_request` webhook's payload. */
export interface PullPayload extends PullEvent {
  readonly action?: string;
  /** What an edit changed. */
  readonly changes?: { readonly base?: unknown } | undefined;
  readonly pull_request: PullEvent["pull_request"] & { readonly number: number };
  readonly installation?: { readonly id: number } | undefined;
}

/**
 * The job that shows on a pull request what would be posted. null: it is not to be merged into the default branch, or
 * only its words were edited, as whoever opened it may do all day.
 */
export function decidePreview(payload: PullPayload, deliveryId: string): JobOf<"pull_request"> | null {
  const { pull_request: pull, repository, installation } = payload;
  if (installation === undefined || pull.base.ref !== repository.default_branch) return null;
  if (payload.action === "edited" && payload.changes?.base === undefined) return null;
  return {
    installationId: installation.id,
    repository: repository.full_name,
    cause: "pull_request",
    deliveryId,
    data: { number: pull.number, commit: pull.head.sha, for: findProposers(payload) },
  };
}
