/** What a check run keeps for its buttons: from which commit its plan was made. */
export interface RunOrigin {
  /** null: from nothing. */
  readonly before: string | null;
}

/** For `external_id`, which GitHub keeps and shows to nobody. */
export function renderExternalId({ before }: RunOrigin): string {
  return `minutebook:1:${before ?? ""}`;
}

/** null: it was written by something else. */
export function parseExternalId(text: string | null): RunOrigin | null {
  const [, before] = /^minutebook:1:([0-9a-f]*)$/.exec(text ?? "") ?? [];
  return before === undefined ? null : { before: before === "" ? null : before };
}
