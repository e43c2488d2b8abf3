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
  | { readonly kind: "error"; readonly when: "before" | "after"; readonly status?: number }
  | { readonly kind: "hang"; readonly when: "before" | "after" }
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  | { readonly kind: "primary-limit"; readonly resetInS?: number }
  | { readonly kind: "secondary-limit"; readonly retryAfterS?: number; readonly status?: 403 | 429 }
  /** Lists come back empty, as if nothing were there. */
  | { readonly kind: "empty" }
  /** The answer waits for what `before` and `after` the work is waited for: to kill somebody there, say. */
  | { readonly kind: "call"; readonly before?: () => unknown; readonly after?: () => unknown };

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
