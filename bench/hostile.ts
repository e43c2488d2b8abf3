import type { Figure } from "./figure.ts";
import { measureLatency } from "./hostile/latency.ts";
import { measureShapes } from "./hostile/shape-figures.ts";

/**
 * What strangers can do to the app by what they write: how long it takes to answer while poison is pushed, and what
 * the slowest shapes of text cost to read and plan.
 */
export async function run(): Promise<readonly Figure[]> {
  return [...(await measureLatency()), ...(await measureShapes())];
}
