import type { Catalog } from "../../src/messages/message.ts";

/** A message with its cause and remedy, as `docs/errors.md` shows it. */
export interface Entry {
  /** As `collectMessages` gives it. */
  readonly says: string;
  /** Stable name of a warning or notice, for machines. */
  readonly code?: string;
  readonly because: string;
  readonly remedy: string;
}

/** What a reason leads to, as `docs/posting.md` explains it where the text doesn't. */
export interface Outcome {
  readonly happens: string;
  /** Absent: there is nothing to do. */
  readonly remedy?: string;
}

/** By the codes of a catalog. */
export type Outcomes<Texts extends Catalog> = Readonly<Partial<Record<keyof Texts, Outcome>>>;

/** Why a warning or notice comes, and what to do, where the text doesn't say it. */
export interface Explanation {
  readonly because: string;
  readonly remedy: string;
}

export type Explanations<Texts extends Catalog> = Readonly<Partial<Record<keyof Texts, Explanation>>>;

/** What people have to do about most outcomes. */
export const NOTHING = "nothing";
