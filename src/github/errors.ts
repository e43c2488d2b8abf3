/**
 * What can go wrong between us and GitHub, in the four kinds that decide what happens next.
 *
 * - `input`: a person wrote something that cannot be used; they are told where.
 * - `refused`: GitHub said no (403, 404, 410, 422 …). A reason for people, never tried again.
 * - `transient`: 5xx, timeouts, rate limits. Tried again later.
 * - `bug`: ours.
 */
export type ErrorKind = "input" | "refused" | "transient" | "bug";

interface Details {
  readonly kind: ErrorKind;
  readonly message: string;
  /** HTTP status, 404 and 403 too where GraphQL says `NOT_FOUND` and `FORBIDDEN`; null: no answer, or another error of GraphQL. */
  readonly status: number | null;
  /** Whether GitHub may have done the work although we have no good answer. */
  readonly outcomeUnknown: boolean;
  /** How long GitHub asked us to wait, in seconds. */
  readonly retryAfterSeconds: number | null;
  readonly cause: unknown;
}

/** A request to GitHub that did not do what was asked. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly kind: ErrorKind;
  readonly status: number | null;
  readonly outcomeUnknown: boolean;
  readonly retryAfterSeconds: number | null;
  /** Whether it is of the minutes' repository alone, so that whoever can read that may read it. */
  isOfMinutes = false;

  constructor(details: Details) {
    super(details.message, { cause: details.cause });
    this.kind = details.kind;
    this.status = details.status;
    this.outcomeUnknown = details.outcomeUnknown;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Notes of an error that it is of the minutes' repository alone. */
export function ofMinutes(error: unknown): unknown {
  if (error instanceof GitHubError) error.isOfMinutes = true;
  return error;
}

/** Whether GitHub said that something is not there (any more), or that we may not see it. */
export function isMissing(error: unknown): boolean {
  return error instanceof GitHubError && (error.status === 404 || error.status === 410);
}

/** Whether GitHub refused to create something because there is one of that name. */
export function isAlreadyThere(error: unknown): boolean {
  return error instanceof GitHubError && error.status === 422 && /already_exists/.test(error.message);
}

/** Whether trying again later may help. */
export function isTransient(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === "transient";
}
