import type { Delivery } from "../webhooks/delivery.ts";
import type { FaultKind, Incoming } from "./fault.ts";
import type { Fate } from "./fates.ts";
import type { Faults } from "./faults.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Hostility {
  readonly seed: number;
  /** How often each goes wrong, from 0 to 1. Left out: never. */
  readonly rates: Readonly<Partial<Record<HostileKind, number>>>;
}

const REQUEST_FAULTS = {
  "error-before": { kind: "error", when: "before" },
  "error-after": { kind: "error", when: "after" },
  "cut-before": { kind: "cut", when: "before" },
  "cut-after": { kind: "cut", when: "after" },
  "hang-before": { kind: "hang", when: "before" },
  "hang-after": { kind: "hang", when: "after" },
  "primary-limit": { kind: "primary-limit", resetInS: 1 },
  "secondary-limit": { kind: "secondary-limit", retryAfterS: 1 },
  empty: { kind: "empty" },
} as const satisfies Readonly<Record<string, FaultKind>>;

const FATES = { "webhook-lost": "lost", "webhook-twice": "twice", "webhook-late": "late" } as const;

export type HostileKind = keyof typeof REQUEST_FAULTS | keyof typeof FATES;

/** One of these by their rates, or undefined. */
function draw<T>(
  random: () => number,
  table: Readonly<Record<string, T>>,
  rates: Hostility["rates"],
): T | undefined {
  let chance = random();
  for (const [name, value] of Object.entries(table)) {
    chance -= rates[name as HostileKind] ?? 0;
    if (chance < 0) return value;
  }
  return undefined;
}

/** Makes GitHub hostile at random: the same seed and the same requests in the same order suffer the same faults. */
export function makeHostile(faults: Faults, { seed, rates }: Hostility): void {
  const random = seededRandom(seed);
  faults.choose = (incoming: Incoming): FaultKind | null => {
    const fault: FaultKind | null = draw<FaultKind>(random, REQUEST_FAULTS, rates) ?? null;
    // An app that cannot get a token can do nothing that is worth testing.
    return incoming.operation === "apps/create-installation-access-token" && fault?.kind === "empty"
      ? null
      : fault;
  };
  const forWebhooks = seededRandom(seed + 1);
  faults.webhooks = (_delivery: Delivery): Fate => draw<Fate>(forWebhooks, FATES, rates) ?? "delivered";
}
