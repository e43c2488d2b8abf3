import type { Message } from "../../messages/message.ts";
import { GitHubError } from "../../github/errors.ts";

/** So many tries of a job see the same before it is believed; between them the queue waits, longer each time. */
const ENOUGH = 3;

/**
 * What GitHub showed and is hardly true: a head that is older than what was applied already, or older than the push that a
 * webhook told of. GitHub's copies lag for seconds; a branch that somebody set back stays so.
 */
export class Doubts {
  readonly #seen = new Map<string, { readonly what: string; readonly times: number }>();

  /**
   * Whether it was seen often enough by now to be believed.
   *
   * @param repository - GitHub's id or name.
   * @throws GitHubError, transient, as long as it was not
   */
  confirm(repository: string, what: string, message: Message): void {
    const key = repository.toLowerCase();
    const last = this.#seen.get(key);
    const times = last?.what === what ? last.times + 1 : 1;
    if (times >= ENOUGH) {
      this.#seen.delete(key);
      return;
    }
    this.#seen.set(key, { what, times });
    throw new GitHubError(message, { kind: "transient" });
  }
}
