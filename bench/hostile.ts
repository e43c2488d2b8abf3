import type { Figure } from "./figure.ts";
import { measureLatency } from "./hostile/latency.ts";

/** What strangers can do to the app by what they write: how long it takes to answer while poison is pushed. */
export async function run(): Promise<readonly Figure[]> {
  return measureLatency();
}
