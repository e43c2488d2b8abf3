import { gitHubMessage } from "../messages/github-errors.ts";
import { GitHubError } from "./errors.ts";
import type { Pace } from "./pace.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Longer waits are left to the caller, who need not hold a worker meanwhile. */
const MAX_WAIT_MS = MINUTE_MS;

/** One source gets at most this share of what the others left of the hour; the rest is for the next source. */
const SHARE = 0.8;

/** The time, and a way to let it pass, in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface Waiting {
  readonly source: string | null;
  readonly go: () => void;
  readonly giveUp: (error: GitHubError) => void;
}

interface Past {
  readonly at: number;
  readonly source: string | null;
}

/**
 * Limits how fast content is created to GitHub's pace, for each installation, and fairly: a source that waits goes
 * before one that was served, and no source uses up an hour. A long wait is refused with its seconds, so that no
 * worker is held.
 */
export class RateLimiter {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #installations = new Map<string, InstallationLimiter>();

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /**
   * Resolves when the content may be created.
   *
   * @param source - The repository of minutes that it is for. null: there is no other.
   * @throws GitHubError, transient, with the seconds to wait
   */
  take(installation: string, source: string | null): Promise<void> {
    const limiter = this.#installations.get(installation) ?? new InstallationLimiter(this.#pace, this.#clock);
    this.#installations.set(installation, limiter);
    return limiter.take(source);
  }
}

/** What waits for one installation, and what was created there in the hour before. */
class InstallationLimiter {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #past: Past[] = [];
  #isAsleep = false;

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  take(source: string | null): Promise<void> {
    const admitted = new Promise<void>((go, giveUp) => {
      this.#waiting.push({ source, go, giveUp });
    });
    const wait = this.#admit();
    if (wait !== null && !this.#isAsleep) void this.#wakeAfter(wait);
    return admitted;
  }

  async #wakeAfter(first: number): Promise<void> {
    this.#isAsleep = true;
    for (let wait: number | null = first; wait !== null; wait = this.#admit()) await this.#clock.wait(wait);
    this.#isAsleep = false;
  }

  /** Admits the first for which there is room. Returns when to look again, in milliseconds; null: nothing waits. */
  #admit(): number | null {
    while (this.#waiting.length > 0) {
      const now = this.#clock.now();
      this.#past = this.#past.filter(({ at }) => at > now - HOUR_MS);
      const waits = this.#waiting.map(({ source }) => this.#waitOf(source, now));
      const index = waits.findIndex((wait) => wait <= 0 || wait > MAX_WAIT_MS);
      if (index < 0) return Math.min(...waits);
      this.#settle(index, waits[index] ?? 0, now);
    }
    return null;
  }

  #settle(index: number, wait: number, now: number): void {
    const [first] = this.#waiting.splice(index, 1);
    if (first === undefined) return;
    if (wait > 0) first.giveUp(tooLong(wait));
    else {
      this.#past.push({ at: now, source: first.source });
      first.go();
    }
  }

  /** How long until there is room for another of this source, in milliseconds. */
  #waitOf(source: string | null, now: number): number {
    const { perMinute, perHour } = this.#pace;
    const times = this.#past.map(({ at }) => at);
    const own = this.#past.filter((past) => past.source === source).map(({ at }) => at);
    const share = source === null ? perHour : Math.ceil((perHour - (times.length - own.length)) * SHARE);
    return Math.max(
      perMinute === 0 ? 0 : waitFor(times, perMinute, MINUTE_MS, now),
      perHour === 0 ? 0 : waitFor(times, perHour, HOUR_MS, now),
      perHour === 0 ? 0 : waitFor(own, Math.max(share, 1), HOUR_MS, now),
    );
  }
}

/** How long until fewer than `most` of these times lie within the window. */
function waitFor(times: readonly number[], most: number, windowMs: number, now: number): number {
  const last = times.at(-most);
  return last === undefined ? 0 : Math.max(0, last + windowMs - now);
}

function tooLong(waitMs: number): GitHubError {
  const seconds = Math.ceil(waitMs / 1000);
  const message = gitHubMessage("posts-limited", { minutes: Math.ceil(seconds / 60) });
  return new GitHubError(message, { kind: "transient", retryAfterSeconds: seconds });
}
