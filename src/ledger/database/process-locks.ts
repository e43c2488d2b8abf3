import type { Lock, Locks } from "./database.ts";

/** Locks within one process, for a database that only this process uses. */
export function createProcessLocks(): Locks {
  const held = new Set<string>();
  return {
    async tryLock(name): Promise<Lock | null> {
      if (held.has(name)) return null;
      held.add(name);
      return { lost: new AbortController().signal, release: async () => void held.delete(name) };
    },
  };
}
