import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { readText } from "./read-text.ts";

const OPTIMIZERS = ["opt", "maglev", "sparkplug"];

const session = new Session();

/** Before work is counted: optimized code does not count what it does. */
export async function beginCounting(): Promise<void> {
  for (const name of OPTIMIZERS) setFlagsFromString(`--no-${name}`);
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
}

export async function endCounting(): Promise<void> {
  await session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  for (const name of OPTIMIZERS) setFlagsFromString(`--${name}`);
}

/** How often functions and branches ran while a text was read: the work, whatever the machine does besides. */
export async function countWork(source: string): Promise<number> {
  // Sets all counts to zero.
  await session.post("Profiler.takePreciseCoverage");
  readText(source);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}
