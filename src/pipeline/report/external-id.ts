import { type UndoScope, undoScope } from "../../plan/undo/scope.ts";

/** What a check run keeps for its buttons: what it was about. */
export type RunOrigin =
  | PushOrigin
  /** What a pull request would bring about: its number. Nothing is posted for it. */
  | { readonly pull: number }
  /** A plan to take something back. */
  | { readonly undo: UndoScope };

/** A push. */
export interface PushOrigin {
  /** The commit from which its plan was made; null: from nothing. Absent: from the one that was applied last. */
  readonly before?: string | null;
  /** The hash of the plan that it shows, for the button that posts it. Absent: no plan waits. */
  readonly plan?: string;
  /** That plan opens the actions that no mark names. */
  readonly isImplied?: boolean;
  /** The hash of what the button for such actions would open. Absent: there is no such button. */
  readonly offer?: string;
}

const LAST = "-";

const UNDO = "minutebook:1:undo:";

/** For `external_id`, which GitHub keeps and shows to nobody. */
export function renderExternalId(origin: RunOrigin): string {
  if ("pull" in origin) return `minutebook:1:#${origin.pull}`;
  if ("undo" in origin) return `${UNDO}${encodeURIComponent(JSON.stringify(origin.undo))}`;
  const { before, plan = "", isImplied = false, offer = "" } = origin;
  return `minutebook:2:${before === undefined ? LAST : (before ?? "")}:${plan}:${isImplied ? "implied" : ""}:${offer}`;
}

/** null: it was written by something else. */
export function parseExternalId(text: string | null): RunOrigin | null {
  const [, pull] = /^minutebook:1:#(\d+)$/.exec(text ?? "") ?? [];
  if (pull !== undefined) return { pull: Number(pull) };
  if (text?.startsWith(UNDO) === true) return parseUndo(text.slice(UNDO.length));
  // Version 1 kept no hash: what its buttons approved nobody can tell any more.
  const [, old] = /^minutebook:1:([0-9a-f]*)$/.exec(text ?? "") ?? [];
  if (old !== undefined) return { before: old || null };
  const found = /^minutebook:2:([0-9a-f]*|-):([0-9a-f]*):(implied)?:([0-9a-f]*)$/.exec(text ?? "");
  if (found === null) return null;
  const [, before, plan, implied, offer] = found;
  return {
    ...(before === LAST ? {} : { before: before || null }),
    ...(plan ? { plan } : {}),
    ...(implied === undefined ? {} : { isImplied: true }),
    ...(offer ? { offer } : {}),
  };
}

function parseUndo(text: string): RunOrigin | null {
  try {
    const { data } = undoScope.safeParse(JSON.parse(decodeURIComponent(text)));
    return data === undefined ? null : { undo: data };
  } catch {
    return null;
  }
}
