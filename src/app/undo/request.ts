import { parseFrom } from "../../pipeline/backfill/from.ts";
import { EVERYTHING, UNDO_KINDS, type UndoScope } from "../../plan/undo/scope.ts";
import type { JobOf } from "../../queue/job.ts";

/**
 * Reads the words after `/minutebook undo`: `all`, `push 1f3c9ab`, `since 2025-01-01`, `only comments`, and paths of
 * minutes, in any order.
 *
 * @returns null: they mean nothing, or do not say what is to be taken back
 */
export function readUndoRequest(words: readonly string[]): UndoScope | null {
  let scope: UndoScope = EVERYTHING;
  let isSaid = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const next = word === "all" ? scope : readPart(word, rest, scope);
    if (next === null) return null;
    isSaid ||= word !== "only";
    scope = next;
  }
  return isSaid ? scope : null;
}

/** @param rest - The words behind it; those that belong to it are taken away. */
function readPart(word: string, rest: string[], scope: UndoScope): UndoScope | null {
  if (word === "since" || word === "push") {
    const from = parseFrom(rest.shift() ?? "");
    if (from === null || "date" in from !== (word === "since")) return null;
    return "date" in from ? { ...scope, since: from.date } : { ...scope, commit: from.commit };
  }
  if (word === "only") {
    const given = rest.shift();
    const kind = UNDO_KINDS.find((one) => one === given);
    return kind === undefined ? null : { ...scope, only: [...(scope.only ?? []), kind] };
  }
  return /[./]/.test(word) ? { ...scope, paths: [...(scope.paths ?? []), word] } : null;
}

interface Run {
  /** Names it: the same run a second time is dropped. */
  readonly run: string;
  /** It is only planned, and the plan shown. */
  readonly isPlan: boolean;
}

/** The job that plans to take back what a person names, or does so. */
export function makeUndoJob(
  place: Pick<JobOf<"undo">, "repository" | "repositoryId" | "installationId">,
  { run, isPlan }: Run,
  undo: UndoScope,
): JobOf<"undo"> {
  const deliveryId = `undo/${place.repository.toLowerCase()}/${run}`;
  return { ...place, cause: "undo", deliveryId, data: { undo, ...(isPlan ? { isPlan } : {}) } };
}
