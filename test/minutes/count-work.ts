import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { readText } from "./read-text.ts";

const OPTIMIZERS = ["opt", "maglev", "sparkplug"];

/** Before work is counted: optimized code does not count what it does. */
export function beginCounting(): void {
  for (const name of OPTIMIZERS) setFlagsFromString(`--no-${name}`);
}

export function endCounting(): void {
  for (const name of OPTIMIZERS) setFlagsFromString(`--${name}`);
}

/** How often functions and branches ran while a text was read: the work, whatever the machine does besides. */
export async function countWork(source: string): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    readText(source);
    const { result } = await session.post("Profiler.takePreciseCoverage");
    await session.post("Profiler.stopPreciseCoverage");
    return result
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
