import { isBelow } from "../below.ts";

/** What can be taken back: a milestone stands for the notes on it and for the issues that were assigned to it. */
export type UndoKind = "comments" | "issues" | "milestones";

/** What is to be taken back: whatever meets all of these. */
export interface UndoScope {
  /** The commit that it was first posted for, or how that begins. null: any. */
  readonly commit: string | null;
  /** Files and folders of minutes, as they are called now. null: all. */
  readonly paths: readonly string[] | null;
  /** Meetings on this day or later, ISO; those without a day are left out. null: all. */
  readonly since: string | null;
  /** null: all kinds. */
  readonly only: readonly UndoKind[] | null;
}

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
