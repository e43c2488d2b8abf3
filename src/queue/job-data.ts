import { z } from "zod";
import { undoScope } from "../plan/undo/scope.ts";

/** What somebody asked a backfill to do, as it was written. */
export const backfillRequest = z.object({
  /** A day or a commit. null: from the first minutes on. */
  from: z.string().nullable(),
  order: z.enum(["oldest", "newest"]),
  /** At most so many changes on GitHub. null: no limit. */
  limit: z.number().int().positive().nullable(),
});

/** A backfill that is under way, as its job keeps it. One job does a part, and adds the next one. */
export const backfillProgress = z.object({
  /** Names it, so that no part is done twice. */
  run: z.string(),
  part: z.number().int(),
  request: backfillRequest,
  /** What it was started for. Absent: nothing was read yet. */
  start: z.object({ commit: z.string(), configuration: z.string() }).exactOptional(),
  /** What is left, in order. null: nothing was listed yet. */
  files: z.array(z.string()).readonly().nullable(),
  done: z.number().int(),
  changes: z.number().int(),
  /** Of these, changes that may not be shown to everybody who can read the minutes. */
  hidden: z.number().int().default(0),
  /** What failed, for people; not more of them than are shown. */
  failures: z.array(z.string()).readonly(),
  failed: z.number().int(),
});

/** A command that somebody wrote into a comment. */
export const command = z.object({
  /** null: a word that is no command. */
  name: z.enum(["plan", "apply", "ignore", "retry", "backfill", "undo"]).nullable(),
  /** Of the issue or pull request. */
  number: z.number(),
  isPull: z.boolean(),
  commentId: z.number(),
  /** The login of who wrote it. */
  by: z.string(),
  /** What a `backfill` is to do. */
  backfill: backfillRequest.exactOptional(),
  /** What an `undo` takes back. */
  undo: undoScope.exactOptional(),
  /** The hash of the plan that `apply` is about. null: it names none, and approves nothing. */
  plan: z.string().nullable().exactOptional(),
  /** The numbers of its steps that `apply` is about. Absent: all. */
  steps: z.array(z.int().positive()).exactOptional(),
});

/** When issues were changed last, as the list showed that: ISO instants by number. */
const issueChanges = z.record(z.string(), z.string());

/** Changes of the issues of one repository, as they were listed; those in `recent` were made just before. */
export const reportedIssues = z.object({ target: z.string(), changes: issueChanges, recent: issueChanges });

export type BackfillRequest = z.infer<typeof backfillRequest>;
export type BackfillProgress = z.infer<typeof backfillProgress>;
export type ReportedIssues = z.infer<typeof reportedIssues>;
export type Command = z.infer<typeof command>;
