import { gitHubMessage } from "../messages/github-errors.ts";
import { GitHubError } from "./errors.ts";
import type { Pace } from "./pace.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Longer waits are left to whoever asked, who need not hold a worker meanwhile. */
const MAX_WAIT_MS = MINUTE_MS;

/** Of what the others left of the hour, so much is for one source at most; the rest is for who comes next. */
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
 * Lets content be made at GitHub's pace, counted for each installation, and fairly: who waits is let in before who was
 * in already, and no source takes so much of an hour that another gets nothing. A wait that would be long is refused,
 * with the seconds until it is over, so that nobody holds a worker for it.
 */
export class Turns {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /**
   * Resolves when it may be made.
   *
   * @param source - Who makes it: the repository of minutes. null: nobody else is there.
   * @throws GitHubError, transient, with the seconds to wait
   */
  take(installation: string, source: string | null): Promise<void> {
    const line = this.#lines.get(installation) ?? new Line(this.#pace, this.#clock);
    this.#lines.set(installation, line);
    return line.take(source);
  }
}

/** Those who wait for one installation, and what was made there in the hour before. */
class Line {
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
    const turn = new Promise<void>((go, giveUp) => {
      this.#waiting.push({ source, go, giveUp });
    });
    const wait = this.#admit();
    if (wait !== null && !this.#isAsleep) void this.#wakeAfter(wait);
    return turn;
  }

  async #wakeAfter(first: number): Promise<void> {
    this.#isAsleep = true;
    for (let wait: number | null = first; wait !== null; wait = this.#admit()) await this.#clock.wait(wait);
    this.#isAsleep = false;
  }

  /** Lets in whoever comes first of those for whom there is room. Returns when to look again; null: nobody waits. */
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
