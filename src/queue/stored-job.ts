import { z } from "zod";
import { fromEarlierVersion } from "./earlier-job.ts";
import { type Job, jobSchema } from "./job.ts";
import { mergeJobs } from "./merge-rules.ts";

const storedSchema = z.object({
  job: z.preprocess(fromEarlierVersion, jobSchema),
  /** How often it has failed since it last succeeded. */
  failures: z.number(),
  /** When that began, in milliseconds since 1970; null: it has not failed. */
  failingSince: z.number().nullable(),
  /** It is not tried before this instant, whatever comes, in milliseconds since 1970. Absent: at any time. */
  restsUntil: z.number().exactOptional(),
  /** What the process that runs it is doing that may end the process. Absent: nothing of the kind. */
  risk: z.string().nullable().exactOptional(),
  /** How often a process ended while it ran the job. */
  deaths: z.number().exactOptional(),
  /** How often a process ended while the job took a risk. */
  blamed: z.number().exactOptional(),
  /** It was given up because it ends processes, and is only tried again where a person asks for it. */
  isQuarantined: z.boolean().exactOptional(),
  /** What went wrong last. */
  error: z.string().nullable(),
});

/** A job with what became of it so far, as pg-boss keeps it. */
export type StoredJob = Readonly<z.infer<typeof storedSchema>>;

/** A job in the database that this version does not understand. It is kept among the dead jobs. */
export class UnreadableJobError extends Error {
  override readonly name = "UnreadableJobError";
}

/**
 * Reads what the database holds of a job: the one place where its shape is checked. Jobs of earlier versions come out
 * in the current shape.
 */
export function readStoredJob(data: unknown): StoredJob | UnreadableJobError {
  const { data: stored, error } = storedSchema.safeParse(data);
  if (stored !== undefined) return stored;
  const [issue] = error.issues;
  const path = issue?.path.join(".") || "job";
  return new UnreadableJobError(`This version cannot read the job: ${path}: ${issue?.message ?? ""}`);
}

/** Those of the rows that can be read, with their jobs; the others are put aside when it is their turn. */
export function readable<Row extends { readonly data: unknown }>(
  rows: readonly Row[],
): readonly (Omit<Row, "data"> & { readonly data: StoredJob })[] {
  return rows.flatMap((row) => {
    const data = readStoredJob(row.data);
    return data instanceof UnreadableJobError ? [] : [{ ...row, data }];
  });
}

/** A job that has not been tried. */
export function newStoredJob(job: Job): StoredJob {
  return { job, failures: 0, failingSince: null, error: null };
}

/** The newer job takes the place of both; what became of the older one so far stays with it. */
export function mergeStoredJobs(older: StoredJob, newer: StoredJob): StoredJob {
  return { ...older, job: mergeJobs(older.job, newer.job) };
}
