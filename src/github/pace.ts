/** How fast content may be made: comments, issues. 0: as fast as it goes. */
export interface Pace {
  readonly perMinute: number;
  readonly perHour: number;
}

/** GitHub's own rules: docs.github.com, "Rate limits for the REST API", secondary limits. */
export const GITHUB_PACE: Pace = { perMinute: 80, perHour: 500 };

/** Waits longer than this are left to whoever asked, who need not hold anything meanwhile. In seconds. */
const MAX_WAIT_SECONDS = 120;

const MAX_RETRIES = 3;

/** Lets everything pass at once. */
const open = {
  key: () => ({ schedule: <T>(_options: object, go: () => Promise<T>): Promise<T> => go() }),
};

/**
 * Settings for Octokit's throttling: both rate limits are waited for where that is short, the secondary one too. Writes
 * are spaced by a second, as GitHub asks; content, which Octokit would space by three, keeps to `Turns`.
 */
export function throttleSettings(pace: Pace, retryBaseMs: number) {
  const free = pace.perMinute === 0 && pace.perHour === 0;
  return {
    enabled: true,
    onRateLimit: isWorthWaiting,
    onSecondaryRateLimit: isWorthWaiting,
    retryAfterBaseValue: retryBaseMs,
    notifications: open,
    ...(free ? { write: open } : {}),
  };
}

function isWorthWaiting(
  retryAfter: number,
  _options: object,
  _octokit: unknown,
  retryCount: number,
): boolean {
  return retryAfter <= MAX_WAIT_SECONDS && retryCount < MAX_RETRIES;
}
