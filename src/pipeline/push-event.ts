/** What is needed of a `push` event's payload. */
export interface PushEvent {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly deleted: boolean;
  readonly forced?: boolean;
  readonly repository: { readonly default_branch: string; readonly fork?: boolean };
  readonly sender?: { readonly login: string } | undefined;
}

/** From which commit to which a push went, null: from nothing; or why it does not matter. */
export type PushedRange =
  | { readonly before: string | null; readonly commit: string }
  | { readonly ignored: string };

/** What GitHub sends where there is no commit. */
const NO_COMMIT = /^0+$/;

/**
 * Decides whether a push is worth a look. Which files are minutes is not known yet: the configuration says that.
 *
 * @param own - The login of our bot, whose pushes start nothing. null: the sender is no bot.
 */
export function readPushEvent(event: PushEvent, own: string | null): PushedRange {
  const { ref, before, after, deleted, repository, sender } = event;
  if (ref.startsWith("refs/tags/")) return { ignored: "it pushes a tag" };
  if (deleted || NO_COMMIT.test(after)) return { ignored: "it deletes a branch" };
  if (ref !== `refs/heads/${repository.default_branch}`)
    return { ignored: "it is not on the default branch" };
  // Its minutes are those of the repository that it was forked from, which posts them itself.
  if (repository.fork === true) return { ignored: "it goes to a fork" };
  if (own !== null && sender?.login.toLowerCase() === own.toLowerCase()) return { ignored: "it is our own" };
  return { before: NO_COMMIT.test(before) ? null : before, commit: after };
}
