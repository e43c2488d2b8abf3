import { LedgerError } from "../ledger-error.ts";
import type { Locks } from "./database.ts";

/**
 * Runs something under a name, unless somebody has it. Returns whether it ran.
 *
 * @throws LedgerError where the database cannot be asked, and whatever `run` throws
 */
export function exclusivelyWith(locks: Locks): (name: string, run: () => Promise<void>) => Promise<boolean> {
  return async (name, run) => {
    const lock = await locks.tryLock(name).catch((error: unknown) => {
      throw new LedgerError(error);
    });
    if (lock === null) return false;
    try {
      await run();
      return true;
    } finally {
      await lock.release();
    }
  };
}
