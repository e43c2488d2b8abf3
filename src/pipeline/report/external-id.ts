/** What a check run keeps for its buttons: what it was about. */
export type RunOrigin =
  /** A push: the commit from which its plan was made; null: from nothing. */
  | { readonly before: string | null }
  /** What a pull request would bring about: its number. Nothing is posted for it. */
  | { readonly pull: number };

/** For `external_id`, which GitHub keeps and shows to nobody. */
export function renderExternalId(origin: RunOrigin): string {
  return `minutebook:1:${"pull" in origin ? `#${origin.pull}` : (origin.before ?? "")}`;
}

/** null: it was written by something else. */
export function parseExternalId(text: string | null): RunOrigin | null {
  const [found, pull, before] = /^minutebook:1:(?:#(\d+)|([0-9a-f]*))$/.exec(text ?? "") ?? [];
  if (found === undefined) return null;
  return pull === undefined ? { before: before || null } : { pull: Number(pull) };
}
