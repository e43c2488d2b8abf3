import { CodedError } from "../messages/coded-error.ts";
import type { Message } from "../messages/message.ts";

/**
 * What can go wrong between us and GitHub, in the four kinds that decide what happens next.
 *
 * - `input`: a person wrote something that cannot be used; the report says where.
 * - `refused`: GitHub said no (403, 404, 410, 422 …). A reason for people, never tried again.
 * - `transient`: 5xx, timeouts, rate limits. Tried again later.
 * - `bug`: ours.
 */
export type ErrorKind = "input" | "refused" | "transient" | "bug";

/** What an error means for what happens next. */
export interface Details {
  readonly kind: ErrorKind;
  /**
   * HTTP status, 404 and 403 too where GraphQL says `NOT_FOUND` and `FORBIDDEN`; null: no answer, or another error of
   * GraphQL.
   */
  readonly status?: number | null;
  /** Whether GitHub may have done the work although we have no good answer. (Default: false) */
  readonly outcomeUnknown?: boolean;
  /** How long GitHub asked us to wait, in seconds. null: it did not. */
  readonly retryAfterSeconds?: number | null;
  readonly cause?: unknown;
}

/** A request to GitHub that did not do what was asked. */
export class GitHubError extends CodedError {
  override readonly name = "GitHubError";
  readonly kind: ErrorKind;
  readonly status: number | null;
  readonly outcomeUnknown: boolean;
  readonly retryAfterSeconds: number | null;
  /** Whether it is of the minutes' repository alone, so that whoever can read that may read it. */
  isOfMinutes = false;

  constructor(message: Message, details: Details) {
    const { kind, status = null, outcomeUnknown = false, retryAfterSeconds = null, cause = null } = details;
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.outcomeUnknown = outcomeUnknown;
    this.retryAfterSeconds = retryAfterSeconds;
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

/** Whether trying again later may help. */
export function isTransient(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === "transient";
}
