import Bottleneck from "bottleneck";
import { ProbotOctokit } from "probot";

/** How fast content may be made: comments, issues. 0: as fast as it goes. */
export interface Pace {
  readonly perMinute: number;
  readonly perHour: number;
}

/** GitHub's own rules: docs.github.com, "Rate limits for the REST API", secondary limits. */
export const GITHUB_PACE: Pace = { perMinute: 80, perHour: 500 };

/** Waits longer than this are left to the queue, which does not hold a job meanwhile. In seconds. */
const MAX_WAIT_SECONDS = 120;

const MAX_RETRIES = 3;

/** Anything that a request has to wait for, for each installation. */
interface Gates {
  key(installation: string): { schedule<T>(options: object, go: () => Promise<T>): Promise<T> };
}

const open: Gates = { key: () => ({ schedule: (_options, go) => go() }) };

/**
 * Probot's Octokit with our own settings: content is made at GitHub's pace and not at one every three seconds; both rate
 * limits are waited for where that is short, the secondary one too.
 */
export function makeOctokitClass(pace: Pace, retryBaseMs = 1000): typeof ProbotOctokit {
  const free = pace.perMinute === 0 && pace.perHour === 0;
  const throttle = {
    enabled: true,
    onRateLimit: isWorthWaiting,
    onSecondaryRateLimit: isWorthWaiting,
    retryAfterBaseValue: retryBaseMs,
    notifications: free ? open : makeGates(pace),
    ...(free ? { write: open } : {}),
  };
  return ProbotOctokit.defaults((options: Record<string, unknown>) => {
    const given = options.throttle as { readonly id?: string } | undefined;
    return {
      ...options,
      retry: { retryAfterBaseValue: retryBaseMs },
      throttle: { ...throttle, ...(given?.id === undefined ? {} : { id: given.id }) },
    };
  }) as typeof ProbotOctokit;
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
