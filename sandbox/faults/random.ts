import type { Delivery } from "../webhooks/delivery.ts";
import type { FaultKind, Incoming } from "./fault.ts";
import type { Fate } from "./fates.ts";
import type { Faults } from "./faults.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number from 0 to 1 for a seed and a name (FNV-1a, mixed by mulberry32). */
export function chanceOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return seededRandom(hash)();
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
  stale: { kind: "stale" },
  "answer-cut": { kind: "spoiled", as: "cut" },
  "answer-nothing": { kind: "spoiled", as: "nothing" },
  "answer-object": { kind: "spoiled", as: "object" },
  "answer-html": { kind: "spoiled", as: "html" },
  "answer-text": { kind: "spoiled", as: "text" },
  "answer-limit": { kind: "spoiled", as: "limit" },
  "answer-reset": { kind: "spoiled", as: "reset" },
  "answer-stall": { kind: "spoiled", as: "stall" },
  "answer-gzip": { kind: "spoiled", as: "gzip" },
  partial: { kind: "partial", type: null, at: 0 },
  unauthorized: { kind: "error", when: "before", status: 401 },
  revoke: { kind: "revoke" },
  redirect: { kind: "redirect", status: 301 },
} as const satisfies Readonly<Record<string, FaultKind>>;

const FATES = {
  "webhook-lost": "lost",
  "webhook-unsent": "unsent",
  "webhook-twice": "twice",
  "webhook-late": "late",
} as const;

export type HostileKind = keyof typeof REQUEST_FAULTS | keyof typeof FATES;

/** Errors by which GraphQL tells that it left something out: those that GitHub has, one of tomorrow, and none. */
const PARTIAL_TYPES = ["RESOURCE_LIMITS_EXCEEDED", "SERVICE_UNAVAILABLE", "INTERNAL", "TOMORROWS_TYPE", null];

const LEAVES = ["null", "parent", "absent"] as const;

/** What is another in each run: the sandbox's own address and the hashes of commits. */
const PASSING = /localhost:\d+|\b[0-9a-f]{40}\b/g;

function isQuery(operation: string | null, text: string): boolean {
  return operation === "graphql" && !/"query"\s*:\s*"\s*mutation\b/.test(text);
}

/** One of these by their rates, or undefined. */
function draw<T>(
  chance: number,
  table: Readonly<Record<string, T>>,
  rates: Hostility["rates"],
): T | undefined {
  let left = chance;
  for (const [name, value] of Object.entries(table)) {
    left -= rates[name as HostileKind] ?? 0;
    if (left < 0) return value;
  }
  return undefined;
}

/**
 * Makes GitHub hostile at random. The same seed and the same requests suffer the same faults, in whatever order they
 * come: what happens to one is made of the seed, of what it asks for and of how often that was asked for before.
 */
export function makeHostile(faults: Faults, { seed, rates }: Hostility): void {
  const seen = new Map<string, number>();
  const chance = (name: string): number => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return chanceOf(seed, `${name} ${count}`);
  };
  faults.choose = ({ method, path, operation, text }: Incoming): FaultKind | null => {
    const name = `${method} ${path} ${text}`.replace(PASSING, "");
    const fault = draw<FaultKind>(chance(name), REQUEST_FAULTS, rates) ?? null;
    if (fault?.kind === "partial") {
      const among = <T>(list: readonly T[], what: string): T =>
        list[Math.floor(chance(`${what} ${name}`) * list.length)] as T;
      const type = among(PARTIAL_TYPES, "type");
      return { ...fault, type, at: chance(`at ${name}`), leaves: among(LEAVES, "leaves") };
    }
    // Only what is read is answered by a copy.
    if (fault?.kind === "stale") return method === "GET" || isQuery(operation, text) ? fault : null;
    // An app that cannot get a token can do nothing that is worth testing.
    return operation === "apps/create-installation-access-token" && fault?.kind === "empty" ? null : fault;
  };
  faults.webhooks = ({ event, repositoryId }: Delivery): Fate =>
    draw<Fate>(chance(`webhook ${event} ${repositoryId}`), FATES, rates) ?? "delivered";
}
