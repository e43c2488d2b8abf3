/** A request that is about to be answered, as matchers see it. */
export interface Incoming {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** GitHub's name of the REST operation, "graphql", or null. */
  readonly operation: string | null;
  /** The body. */
  readonly text: string;
}

/** What goes wrong with a request. "after": GitHub did the work, and the answer is lost. */
export type FaultKind =
  | {
      readonly kind: "error";
      readonly when: "before" | "after";
      readonly status?: number;
      readonly message?: string;
    }
  | { readonly kind: "hang"; readonly when: "before" | "after" }
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  /** `reset`, `retryAfter`: what the headers say instead. */
  | { readonly kind: "primary-limit"; readonly resetInS?: number; readonly reset?: string }
  | {
      readonly kind: "secondary-limit";
      readonly retryAfterS?: number;
      readonly retryAfter?: string;
      readonly status?: 403 | 429;
    }
  /** Lists come back empty, as if nothing were there. */
  | { readonly kind: "empty" }
  /** Default branches are shown where they were before they moved last, as by a copy of GitHub's that lags behind. */
  | { readonly kind: "stale" }
  | Spoiled
  | PartialAnswer
  /** The token of the request does not hold any more. */
  | { readonly kind: "revoke" }
  /** Leads on to the same by another address, with this status. */
  | { readonly kind: "redirect"; readonly status: 301 | 302 | 307 | 308 }
  /** The answer waits for what `before` and `after` the work is waited for: to kill somebody there, say. */
  | { readonly kind: "call"; readonly before?: () => unknown; readonly after?: () => unknown };

/**
 * GitHub does the work, and its answer comes spoiled, with the status of a good one.
 *
 * - `cut`: JSON that ends in its midst. `nothing`: no body. `object`: `{}`. `html`: a page. `text`: as plain text.
 * - `limit`: the words of a rate limit. `incomplete`: lists with less than all, which says so.
 * - `reset`, `stall`: the connection breaks, or falls silent, in the midst of the body. `gzip`: compressed, and cut.
 */
export interface Spoiled {
  readonly kind: "spoiled";
  readonly as:
    | "cut"
    | "nothing"
    | "object"
    | "html"
    | "text"
    | "limit"
    | "incomplete"
    | "reset"
    | "stall"
    | "gzip";
}

/** GraphQL answers in part, with an error that says where something is left out. */
export interface PartialAnswer {
  readonly kind: "partial";
  /** The error's type. null: it has none. */
  readonly type: string | null;
  /** What is left out, by its path: `r0.t5.comments`. A number from 0 to 1 chooses among all that there is. */
  readonly at: RegExp | number;
  /** What is there instead: null, null for all that it is a part of, or nothing. (Default: null) */
  readonly leaves?: "null" | "parent" | "absent";
}

export interface FaultRule {
  /** An operation's name, the method and path, or a test. Left out: every request to the API. */
  readonly match?: string | RegExp | ((incoming: Incoming) => boolean);
  readonly fault: FaultKind;
  /** How often. Default: once. `Infinity`: until it is taken away. */
  readonly times?: number;
  /** How many that fit pass first. Default: 0. */
  readonly skip?: number;
}

/** Whether a rule is about this request. Text is the operation's name; a pattern is held against `METHOD /path`. */
export function isMatch(rule: FaultRule, incoming: Incoming): boolean {
  const { match } = rule;
  if (match === undefined) return true;
  if (typeof match === "string") return incoming.operation === match;
  if (match instanceof RegExp) return match.test(`${incoming.method} ${incoming.path}`);
  return match(incoming);
}
