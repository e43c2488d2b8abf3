import { parseFrom } from "../../pipeline/backfill/from.ts";
import type { JobOf } from "../../queue/job.ts";
import { type BackfillProgress, type BackfillRequest, backfillRequest } from "../../queue/job-data.ts";

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
  return isFrom && backfillRequest.safeParse(wish).success ? wish : null;
}

/** The first job of a backfill. The same run a second time is dropped. */
export function makeBackfillJob(
  repository: string,
  run: string,
  wish: BackfillRequest,
  installationId: number | null = null,
): JobOf<"backfill"> {
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

/** The job that continues from there. */
export function toJob(
  {
    repository,
    repositoryId = null,
    installationId,
  }: Pick<JobOf<"backfill">, "repository" | "repositoryId" | "installationId">,
  backfill: BackfillProgress,
): JobOf<"backfill"> {
  const deliveryId = `backfill/${repository.toLowerCase()}/${backfill.run}/${backfill.part}`;
  return { installationId, repository, repositoryId, cause: "backfill", deliveryId, data: { backfill } };
}
