import { GitHubError } from "../../github/errors.ts";

/** A job has to read the same this often before it is believed; in between the queue waits, longer each time. */
const ENOUGH = 3;

/**
 * Counts reads that are probably stale: a head that is older than what was applied, or than the push of a webhook.
 * GitHub's copies lag by seconds; a branch that somebody set back stays set back.
 */
export class Confirmations {
  readonly #seen = new Map<string, { readonly what: string; readonly times: number }>();

  /**
   * Counts a read, and returns once it was seen often enough to be believed.
   *
   * @param repository - GitHub's id or name.
   * @throws GitHubError, transient, until then
   */
  confirm(repository: string, what: string, message: string): void {
    const key = repository.toLowerCase();
    const last = this.#seen.get(key);
    const times = last?.what === what ? last.times + 1 : 1;
    if (times >= ENOUGH) {
      this.#seen.delete(key);
      return;
    }
    this.#seen.set(key, { what, times });
    throw new GitHubError({
      kind: "transient",
      message,
      status: null,
      outcomeUnknown: false,
      retryAfterSeconds: null,
      cause: null,
    });
  }
}
