import { z } from "zod";
import { parseFrom } from "../../pipeline/backfill/from.ts";
import type { Job } from "../../queue/queue.ts";

/** What somebody asked for, as it was written. */
const request = z.object({
  /** A day or a commit. null: from the first minutes on. */
  from: z.string().nullable(),
  order: z.enum(["oldest", "newest"]),
  /** At most so many changes on GitHub. null: no limit. */
  limit: z.number().int().positive().nullable(),
});

/** A backfill that is under way, as its job keeps it. One job does a part, and adds the next one. */
const progress = z.object({
  /** Names it, so that no part is done twice. */
  run: z.string(),
  part: z.number().int(),
  request,
  /** What it was started for. Absent: nobody has looked yet. */
  start: z.object({ commit: z.string(), configuration: z.string() }).optional(),
  /** What is left, in order. null: nobody has looked yet. */
  files: z.array(z.string()).nullable(),
  done: z.number().int(),
  changes: z.number().int(),
  /** Of these, changes that may not be shown to everybody who can read the minutes. */
  hidden: z.number().int().default(0),
  /** What failed, for people; not more of them than are shown. */
  failures: z.array(z.string()),
  failed: z.number().int(),
});

export type BackfillRequest = z.infer<typeof request>;
export type BackfillProgress = z.infer<typeof progress>;

/**
 * Reads the words after `/minutebook backfill`: `from 2025-01-01`, `newest`, `limit 200`, in any order.
 *
 * @returns null: they mean nothing
 */
export function readRequest(words: readonly string[]): BackfillRequest | null {
  let wish: BackfillRequest = { from: null, order: "oldest", limit: null };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "oldest" || word === "newest") wish = { ...wish, order: word };
    else if (word === "from") wish = { ...wish, from: rest.shift() ?? "" };
    else if (word === "limit") wish = { ...wish, limit: Number(rest.shift()) };
    else return null;
  }
  const isFrom = wish.from === null || parseFrom(wish.from) !== null;
  return isFrom && request.safeParse(wish).success ? wish : null;
}

/** The first job of a backfill. The same run a second time is dropped. */
export function makeBackfillJob(
  repository: string,
  run: string,
  wish: BackfillRequest,
  installationId: number | null = null,
): Job {
  const start = {
    run,
    part: 0,
    request: wish,
    files: null,
    done: 0,
    changes: 0,
    hidden: 0,
    failures: [],
    failed: 0,
  };
  return toJob({ repository, installationId }, start);
}

/** The job that goes on from there. */
export function toJob(
  {
    repository,
    repositoryId = null,
    installationId,
  }: Pick<Job, "repository" | "repositoryId" | "installationId">,
  backfill: BackfillProgress,
): Job {
  const deliveryId = `backfill/${repository.toLowerCase()}/${backfill.run}/${backfill.part}`;
  return { installationId, repository, repositoryId, cause: "backfill", deliveryId, data: { backfill } };
}

/** Throws where a job holds something else. */
export function readProgress({ data }: Job): BackfillProgress {
  return progress.parse(data.backfill);
}
