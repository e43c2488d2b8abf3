import { makeHostile, seededRandom, type Hostility } from "../../../sandbox/faults/random.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { choose } from "./choose.ts";
import type { Beat, Mood } from "./beat.ts";

/** What goes wrong besides single requests and webhooks. */
export interface Trouble {
  /** How long listings lag, in milliseconds. */
  readonly lagMs: number;
  /** The app is away for this long while the beat is played, in milliseconds. 0: it is there. */
  readonly awayMs: number;
  /** The app is thrown away with its queue in the midst of it. */
  readonly restarts: boolean;
  readonly losesLedger: boolean;
  /** What is new cannot be found by its own id, number or hash for so long, in milliseconds. */
  readonly unseenMs: number;
  /** GitHub keeps its limits for content. */
  readonly limits: boolean;
}

/** How often each goes wrong. */
export const RATES = {
  "webhook-lost": 0.1,
  "webhook-unsent": 0.05,
  "webhook-twice": 0.1,
  "webhook-late": 0.2,
  "error-before": 0.02,
  "error-after": 0.02,
  "cut-before": 0.01,
  "cut-after": 0.01,
  "hang-before": 0.001,
  "hang-after": 0.001,
  "primary-limit": 0.004,
  "secondary-limit": 0.01,
  empty: 0.01,
  stale: 0.03,
  "answer-cut": 0.01,
  "answer-nothing": 0.004,
  "answer-object": 0.006,
  "answer-html": 0.004,
  "answer-text": 0.002,
  "answer-limit": 0.002,
  "answer-reset": 0.006,
  "answer-stall": 0.001,
  "answer-gzip": 0.002,
  partial: 0.03,
  unauthorized: 0.005,
  revoke: 0.005,
  redirect: 0.005,
} as const satisfies Hostility["rates"];

/** Requests between two empty lists. */
const APART = 15;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where a try is looked for that may have done its work, five seconds are waited until the lists show it. */
const SHORT_LAG_MS = 4_500;
export const LONGEST_LAG_MS = 120_000;
const LONG_LAGS_MS = [30_000, LONGEST_LAG_MS];

/** What may have done its work; with a long lag nobody could tell. */
const UNKNOWN: Hostility["rates"] = {
  "error-after": 0,
  "cut-after": 0,
  "hang-after": 0,
  "answer-cut": 0,
  "answer-nothing": 0,
  "answer-object": 0,
  "answer-html": 0,
  "answer-text": 0,
  "answer-limit": 0,
  "answer-reset": 0,
  "answer-stall": 0,
  "answer-gzip": 0,
  partial: 0,
};

/** Draws what goes wrong in a beat. */
export function drawTrouble(beat: Beat, mood: Mood): Trouble {
  const random = seededRandom(beat.seed + 1);
  const losesLedger = mood === "ledger is lost" && random() < 0.1;
  const lags = random();
  const chance = random();
  return {
    lagMs: losesLedger || lags < 0.5 ? 0 : lags < 0.8 ? SHORT_LAG_MS : choose(LONG_LAGS_MS, random),
    awayMs: chance < 0.04 ? 7 * DAY_MS : 0,
    restarts: chance > 0.95,
    losesLedger,
    limits: random() < 0.1,
    unseenMs: random() < 0.2 ? choose([5_000, 60_000], random) : 0,
  };
}

/** What a lost ledger does not know any more. */
export interface Lost {
  /**
   * Ids of repositories of minutes. Only the lists know what is on GitHub, and only the next webhook knows where to
   * continue, so these must be true.
   */
  readonly cold: ReadonlySet<number>;
  /** Ids of repositories whose issues nobody looks at by themselves: only a webhook says which people closed. */
  readonly unlooked: ReadonlySet<number>;
}

/**
 * Makes GitHub suffer it.
 *
 * @param lost - What a lost ledger does not know any more.
 */
export function bringTrouble(
  { faults }: Sandbox,
  { seed }: Beat,
  trouble: Trouble,
  { cold, unlooked }: Lost,
): void {
  const lagsLong = trouble.lagMs > SHORT_LAG_MS;
  makeHostile(faults, {
    seed,
    rates: { ...RATES, ...(lagsLong ? UNKNOWN : {}), ...(cold.size > 0 ? { empty: 0, stale: 0 } : {}) },
  });
  emptyAlone(faults);
  const { webhooks } = faults;
  faults.webhooks = (delivery) => {
    const id = delivery.repositoryId ?? 0;
    const isOnly = delivery.event === "check_run" || (delivery.event === "issues" && unlooked.has(id));
    const isNeeded = cold.has(id) || isOnly;
    return isNeeded ? "delivered" : webhooks(delivery);
  };
  faults.lag(trouble.lagMs);
  faults.unseen(trouble.unseenMs);
  if (trouble.limits) faults.limit({ contentPerMinute: 20, requestsPerHour: 500 });
}

/** What is asked for twice must not be answered with an empty list twice: then nobody could tell. */
export function emptyAlone(faults: Sandbox["faults"]): void {
  const { choose } = faults;
  let since = Infinity;
  faults.choose = (incoming) => {
    const fault = choose(incoming);
    since += 1;
    if (fault?.kind !== "empty") return fault;
    if (since < APART) return null;
    since = 0;
    return fault;
  };
}
