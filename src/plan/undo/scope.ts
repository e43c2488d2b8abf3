import * as z from "zod";
import { isBelow } from "../below.ts";

/** What can be taken back. Milestones are the notes on them and the issues that were assigned to them. */
export const UNDO_KINDS = ["comments", "issues", "milestones"] as const;

export type UndoKind = (typeof UNDO_KINDS)[number];

/** What is to be taken back: whatever meets all of these. */
export const undoScope = z.object({
  /** The commit that it was first posted for, or how that begins. null: any. */
  commit: z.string().nullable(),
  /** Files and folders of minutes, as they are called now. null: all. */
  paths: z.array(z.string()).readonly().nullable(),
  /** Meetings on this day or later, ISO; those without a day are left out. null: all. */
  since: z.string().nullable(),
  /** null: all kinds. */
  only: z.array(z.enum(UNDO_KINDS)).readonly().nullable(),
});

export type UndoScope = Readonly<z.output<typeof undoScope>>;

export const EVERYTHING: UndoScope = { commit: null, paths: null, since: null, only: null };

/** Something that is posted for one file of minutes. */
export interface Posted {
  readonly path: string;
  /** The meeting's day. null: not known. */
  readonly date: string | null;
  /** The commit that it was first posted for. Absent: not known. */
  readonly first?: string | undefined;
}

/** Whether it is to be taken back. */
export function isInScope({ commit, paths, since }: UndoScope, { path, date, first }: Posted): boolean {
  if (commit !== null && first?.startsWith(commit) !== true) return false;
  if (paths !== null && !isBelow(path, paths)) return false;
  return since === null || (date !== null && date >= since);
}

/** Whether posts of a kind are to be taken back at all. */
export function isWanted({ only }: UndoScope, kind: UndoKind): boolean {
  return only === null || only.includes(kind);
}
