/** A message with its cause and remedy, as `docs/errors.md` shows it. */
export interface Entry {
  /** As `collectMessages` gives it. */
  readonly says: string;
  /** Stable name of a warning or notice, for machines. */
  readonly code?: string;
  readonly because: string;
  readonly remedy: string;
}

/** A reason of a plan, as `docs/posting.md` shows it. */
export interface Outcome {
  readonly says: string;
  readonly happens: string;
  readonly remedy: string;
}

/** What people have to do about most outcomes. */
export const NOTHING = "nothing";
