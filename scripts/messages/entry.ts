import type { Catalog } from "../../src/messages/message.ts";

/** A message with its cause and remedy, as `docs/errors.md` shows it. */
export interface Entry extends Explanation {
  readonly code: string;
  readonly text: string;
}

/** What a reason leads to, as `docs/posting.md` explains it where the text doesn't. */
export interface Outcome {
  readonly happens: string;
  /** Absent: there is nothing to do. */
  readonly remedy?: string;
}

/** By the codes of a catalog. */
export type Outcomes<Texts extends Catalog> = Readonly<Partial<Record<keyof Texts, Outcome>>>;

/** Why a message comes, and what to do, where the text doesn't say it. */
export interface Explanation {
  readonly because: string;
  readonly remedy: string;
}

export type Explanations<Texts extends Catalog> = Readonly<Partial<Record<keyof Texts, Explanation>>>;
