import type { Job } from "./job.ts";

/** The commit that a job was added for. Undefined: its cause names none. */
export function commitOf({ data }: Job): string | undefined {
  return "commit" in data ? data.commit : undefined;
}

/**
 * The commit at which a job starts; null: the branch was empty. Undefined: its cause names none, and the ledger knows
 * the commit that was applied last.
 */
export function startOf({ data }: Job): string | null | undefined {
  return "before" in data ? data.before : undefined;
}

/** Whether somebody asked for the issues of implied actions, too. */
export function isForImplied(job: Job): boolean {
  return (job.cause === "retry" || job.cause === "approval") && job.data.button === "implied";
}
