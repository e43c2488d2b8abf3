import type { Cause, Job, JobOf } from "./job.ts";

/** How jobs of one cause that have not begun are merged. */
interface MergeRule<C extends Cause> {
  /** Jobs with the same key, under the same queue key, become one. */
  readonly key: (job: JobOf<C>) => string;
}

/** Work that brings a repository to the head of its branch, whatever started it. */
const HEAD = { key: (): string => "head" };

/** By cause. null: never merged; such a job may be large, as a backfill's names each of its files. */
const RULES: { readonly [C in Cause]: MergeRule<C> | null } = {
  push: HEAD,
  "catch-up": HEAD,
  pull_request: { key: ({ data }) => `pull ${data.number}` },
  issue: { key: ({ data }) => `write-back ${data.path}` },
  approval: null,
  retry: null,
  undo: null,
  command: null,
  backfill: null,
  installation: null,
};

/** The causes whose jobs may be merged. */
export const MERGED_CAUSES = (Object.keys(RULES) as Cause[]).filter((cause) => RULES[cause] !== null);

/** Jobs with the same key under the same queue key that have not begun are one job. null: never merged. */
export function mergeKeyOf(job: Job): string | null {
  const rule = RULES[job.cause] as MergeRule<Cause> | null;
  return rule === null ? null : rule.key(job);
}

/** Whether a job brings a repository to the head of its branch, from the commit that was applied last. */
export function isForHead(job: Job): job is JobOf<"push" | "catch-up"> {
  return mergeKeyOf(job) === "head";
}

/**
 * Merges two jobs with the same merge key: the newer one, from the commit at which the older one starts, because the
 * commits of both are to be applied. A push stays a push where the app looks by itself later.
 */
export function mergeJobs(older: Job, newer: Job): Job {
  const { formerName } = older;
  const named = formerName === undefined ? newer : { ...newer, formerName };
  if (!isForHead(older) || !isForHead(named)) return named;
  if (named.cause === "catch-up") return keepOlder(older, named);
  const { before } = older.data;
  return before === undefined ? named : { ...named, data: { ...named.data, before } };
}

function keepOlder(older: JobOf<"push" | "catch-up">, newer: JobOf<"catch-up">): Job {
  const place = { ...newer, ...older, installationId: newer.installationId ?? older.installationId };
  if (older.cause === "push") return { ...place, cause: older.cause, data: older.data };
  // The newer job alone says where the head was seen: the older one may be done by then.
  const { seen: _earlier, ...data } = older.data;
  return { ...place, cause: older.cause, data: { ...newer.data, ...data } };
}
