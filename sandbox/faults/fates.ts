import type { Carrier, Delivery } from "../webhooks/delivery.ts";

/**
 * What becomes of a webhook. "lost": nobody got it, and it is listed as failed. "unsent": GitHub never made it, so that
 * no list shows it. "late": it waits until it is released.
 */
export type Fate = "delivered" | "lost" | "unsent" | "twice" | "late";

export interface Fates {
  choose: (delivery: Delivery) => Fate;
  readonly carrier: Carrier;
  /** Sends the late ones, one after the other. */
  release(order: "as-came" | "reversed"): Promise<void>;
}

/** Carries webhooks as their fates have it, and counts those that are unusual. */
export function createFates(counts: Record<string, number>): Fates {
  let late: (() => Promise<unknown>)[] = [];
  const fates: Fates = {
    choose: () => "delivered",
    carrier(delivery) {
      const fate = fates.choose(delivery);
      if (fate !== "delivered") counts[fate] = (counts[fate] ?? 0) + 1;
      if (fate === "late") return { times: 1, hold: (go) => void late.push(go) };
      if (fate === "unsent") return { times: 0, isUnlisted: true };
      return { times: { delivered: 1, lost: 0, twice: 2 }[fate] };
    },
    async release(order) {
      const going = order === "reversed" ? late.reverse() : late;
      late = [];
      for (const go of going) await go();
    },
  };
  return fates;
}
