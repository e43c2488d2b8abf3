import type { ConfigProblem } from "../config/config.ts";
import type { Draft } from "./model/draft.ts";
import type { Highlight } from "./model/highlights.ts";
import type { Outcome } from "./model/outcome.ts";

/** What the page asks of the worker. */
export type Question =
  | { readonly kind: "read"; readonly version: number; readonly draft: Draft }
  /** The body of a step, as HTML. */
  | { readonly kind: "body"; readonly key: string }
  /** What `inspect --format json` prints. */
  | { readonly kind: "json" };

/** What was read, for the eye of people. */
export interface Summary {
  readonly title: string | null;
  readonly date: string | null;
  readonly attendees: readonly string[];
}

/** What the worker says. `version` is that of the draft. */
export type Answer =
  /** As soon as the minutes are read. */
  | {
      readonly kind: "read";
      readonly version: number;
      readonly highlights: readonly Highlight[];
      readonly problems: readonly ConfigProblem[];
      readonly summary: Summary;
    }
  /** Once they are planned, too. The findings now know what comes of them. */
  | {
      readonly kind: "planned";
      readonly version: number;
      readonly highlights: readonly Highlight[];
      readonly outcome: Outcome;
    }
  | { readonly kind: "body"; readonly key: string; readonly html: string }
  | { readonly kind: "json"; readonly text: string }
  | { readonly kind: "failed"; readonly message: string };
