import type { ReadingTools } from "../../pipeline/tools.ts";
import { workInPlace } from "../../pipeline/workers/in-place.ts";
import type { Budget } from "../../pipeline/workers/work-error.ts";

/** Who reads minutes and configurations on the command line: this thread, each within its time. */
export function readingTools(
  budget: Budget,
  signal: AbortSignal = new AbortController().signal,
): ReadingTools {
  return { workers: workInPlace(budget), signal };
}
