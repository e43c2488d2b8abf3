import type { Head, Range } from "../../github/port.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Job } from "../../queue/queue.ts";

/** In the ledger, for a repository that was empty. */
const NOTHING = "0".repeat(40);

/** From which commit to which a job brings the minutes. */
export interface JobRange extends Range {
  /** Whether the ledger's head moves once all of it is applied. */
  readonly advances: boolean;
}

/**
 * Finds it: from the commit that was applied last, or else the one that the push was made on, to the head as it is now.
 * A button that does a push again starts where that push started.
 *
 * @returns null: there is nothing to be done
 */
export async function findRange(ledger: Ledger, head: Head, job: Job): Promise<JobRange | null> {
  const applied = await ledger.findHead(head.name.toLowerCase());
  const { before, head: pushed, button } = job.data;
  if (applied === null && before === undefined) {
    // Nobody pushed: what stands there is old, and only what comes from now on is posted.
    if (head.commit !== null) await ledger.saveHead(head.name.toLowerCase(), head.commit);
    return null;
  }
  const pushedOn = typeof before === "string" && before !== NOTHING ? before : null;
  if (button === "retry" || button === "implied") {
    if (head.commit === null) return null;
    return { before: pushedOn, head: head.commit, advances: applied === null || applied === pushedOn };
  }
  const base = applied === NOTHING ? null : (applied ?? pushedOn);
  // Right after a push the branch may still be read as it was. Then the webhook knows better.
  const lags = head.commit === base && before === base && typeof pushed === "string";
  const commit = lags ? pushed : head.commit;
  return commit === null || commit === base ? null : { before: base, head: commit, advances: true };
}

/** Remembers from where the next push has to start, where nothing was ever applied and this one did not go through. */
export async function keepBaseline(ledger: Ledger, minutes: string, { before }: Range): Promise<void> {
  if ((await ledger.findHead(minutes)) === null) await ledger.saveHead(minutes, before ?? NOTHING);
}
