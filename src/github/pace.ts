import Bottleneck from "bottleneck";

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

/** Anything that a request has to wait for, for each installation. */
interface Gates {
  key(installation: string): { schedule<T>(options: object, go: () => Promise<T>): Promise<T> };
}

const open: Gates = { key: () => ({ schedule: (_options, go) => go() }) };

/**
 * Settings for Octokit's throttling: content is made at GitHub's pace and not at one every three seconds; both rate
 * limits are waited for where that is short, the secondary one too. Clients with the same settings share the pace.
 */
export function throttleSettings(pace: Pace, retryBaseMs: number) {
  const free = isFree(pace);
  return {
    enabled: true,
    onRateLimit: isWorthWaiting,
    onSecondaryRateLimit: isWorthWaiting,
    retryAfterBaseValue: retryBaseMs,
    notifications: free ? open : makeGates(pace),
    ...(free ? { write: open } : {}),
  };
}

function isFree({ perMinute, perHour }: Pace): boolean {
  return perMinute === 0 && perHour === 0;
}

function isWorthWaiting(
  retryAfter: number,
  _options: object,
  _octokit: unknown,
  retryCount: number,
): boolean {
  return retryAfter <= MAX_WAIT_SECONDS && retryCount < MAX_RETRIES;
}

/** One limiter a minute and one an hour, the one behind the other, for each installation. */
function makeGates({ perMinute, perHour }: Pace): Gates {
  const limiters = new Map<string, Bottleneck>();
  return {
    key: (installation) => {
      const limiter =
        limiters.get(installation) ?? makeLimiter(perMinute, 60_000).chain(makeLimiter(perHour, 3_600_000));
      limiters.set(installation, limiter);
      return limiter;
    },
  };
}

function makeLimiter(count: number, windowMs: number): Bottleneck {
  if (count === 0) return new Bottleneck();
  return new Bottleneck({
    reservoir: count,
    reservoirRefreshAmount: count,
    reservoirRefreshInterval: windowMs,
  });
}
