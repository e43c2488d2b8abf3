import { type PushEvent, readPushEvent } from "../pipeline/push-event.ts";
import type { Job } from "../queue/job.ts";
import { type RepositoryPayload, repositoryOf } from "./repository-payload.ts";

/** What is needed of a `push` webhook's payload. */
export interface PushPayload extends PushEvent {
  readonly repository: PushEvent["repository"] & RepositoryPayload;
  readonly installation?: { readonly id: number } | undefined;
}

export type PushDecision = { readonly job: Job } | { readonly ignored: string };

/**
 * Decides whether a push is worth a job.
 *
 * @param own - The login of our bot, whose pushes start nothing. null: the sender is no bot.
 */
export function decidePush(payload: PushPayload, deliveryId: string, own: string | null): PushDecision {
  const { installation, repository } = payload;
  if (installation === undefined) return { ignored: "it comes from no installation" };
  const pushed = readPushEvent(payload, own);
  if ("ignored" in pushed) return pushed;
  return {
    job: {
      installationId: installation.id,
      ...repositoryOf(repository),
      cause: "push",
      deliveryId,
      data: {
        before: pushed.before,
        commit: pushed.commit,
        ...(payload.forced === true ? { forcedFrom: payload.before } : {}),
      },
    },
  };
}
