import { CodedError, errorText } from "../messages/coded-error.ts";
import { storageError } from "../messages/storage-errors.ts";
import { withinTime } from "./unavailable.ts";

export interface LossTools {
  /** Whether the database answers. Rejects if not. */
  readonly check: () => Promise<void>;
  /** Resolves after that many milliseconds, or rejects when the app stops. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In milliseconds. */
  readonly now: () => number;
}

const CHECK_EACH_MS = 5000;
const ANSWER_MS = 5000;

/** Minutebook's statements take milliseconds; so long it is silent for no other reason. */
const SILENT_MS = 60_000;

/**
 * Watches a database that works in this process. PostgreSQL gives up where it can no longer write to the disk, and a
 * server would start it again; here only a new process can.
 *
 * @returns what to tell, once it has been silent for a minute. Never resolves otherwise.
 */
export async function watchOwnDatabase({ check, wait, now }: LossTools): Promise<Error> {
  let answeredAt = now();
  for (;;) {
    try {
      await wait(CHECK_EACH_MS);
    } catch {
      // The app stops.
      return new Promise(() => undefined);
    }
    try {
      await withinTime(check(), ANSWER_MS);
      answeredAt = now();
    } catch (cause) {
      if (now() - answeredAt < SILENT_MS) continue;
      return new CodedError(storageError("database-lost", { reason: errorText(cause) }), { cause });
    }
  }
}
