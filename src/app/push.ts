import type { Job } from "../queue/queue.ts";

/** What is needed of a `push` webhook's payload. */
export interface PushPayload {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly deleted: boolean;
  readonly repository: { readonly full_name: string; readonly default_branch: string };
  readonly sender?: { readonly login: string } | undefined;
  readonly installation?: { readonly id: number } | undefined;
}

export type PushDecision = { readonly job: Job } | { readonly ignored: string };

/** What GitHub sends where there is no commit. */
const NO_COMMIT = /^0+$/;

/**
 * Decides whether a push is worth a look. Which files are minutes is not known yet: the configuration says that.
 *
 * @param own - The login of our bot, whose pushes start nothing. null: the sender is no bot.
 */
export function decidePush(payload: PushPayload, deliveryId: string, own: string | null): PushDecision {
  const { ref, before, after, repository } = payload;
  if (payload.installation === undefined) return { ignored: "it comes from no installation" };
  if (ref.startsWith("refs/tags/")) return { ignored: "it pushes a tag" };
  if (payload.deleted || NO_COMMIT.test(after)) return { ignored: "it deletes a branch" };
  if (ref !== `refs/heads/${repository.default_branch}`)
    return { ignored: "it is not on the default branch" };
  if (own !== null && payload.sender?.login.toLowerCase() === own.toLowerCase())
    return { ignored: "it is our own" };
  return {
    job: {
      installationId: payload.installation.id,
      repository: repository.full_name,
      cause: "push",
      deliveryId,
      data: { before: NO_COMMIT.test(before) ? null : before, head: after },
    },
  };
}
