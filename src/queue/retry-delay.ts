const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 15 * 60;

/** How long a job is tried again before it is given up, in seconds. */
export const GIVE_UP_AFTER_SECONDS = 24 * 60 * 60;

/**
 * How long to wait before a job is tried again: five seconds, doubled with each failure up to a quarter of an hour, or
 * as long as GitHub asked for (`retryAfterSeconds` of the error) where that is longer.
 *
 * @param failures - How often it has failed, this time included: 1 or more.
 * @returns Seconds.
 */
export function retryDelaySeconds(failures: number, error: unknown): number {
  const backoff = Math.min(FIRST_SECONDS * 2 ** Math.min(failures - 1, 20), LONGEST_SECONDS);
  return Math.max(backoff, askedFor(error));
}

/**
 * How long a job that failed rests even where something new came: as long as GitHub asked for, and long enough for what
 * it was asked last to show.
 *
 * @returns Seconds.
 */
export function restSeconds(error: unknown): number {
  return Math.max(FIRST_SECONDS, askedFor(error));
}

function askedFor(error: unknown): number {
  if (typeof error !== "object" || error === null || !("retryAfterSeconds" in error)) return 0;
  const seconds = error.retryAfterSeconds;
  return typeof seconds === "number" && Number.isFinite(seconds) ? Math.ceil(seconds) : 0;
}
