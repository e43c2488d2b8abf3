import type { Config } from "../config/config.ts";
import type { Head } from "../github/port.ts";
import { isBelow } from "../plan/below.ts";
import { preparePlan, type Prepared } from "./prepare.ts";
import type { PlanningTools } from "./tools.ts";

/** Minutes that are to be brought about as they are at the head, whoever pushed them when. */
export interface Standing {
  readonly head: Head;
  readonly config: Config;
  /** Files and folders in the repository; an empty path is all of it. */
  readonly paths: readonly string[];
}

/** The plan for them. null: there are no such minutes. */
export async function planStanding(
  tools: PlanningTools,
  { head, config, paths }: Standing,
): Promise<Prepared | null> {
  if (head.commit === null) return null;
  const range = { before: null, commit: head.commit };
  const { files } = await tools.github.readChanges(head.name, range);
  const found = await tools.workers.run("findMinutes", { config, files }, tools.signal);
  const moves = found.filter(({ now }) => now !== null && isBelow(now, paths));
  if (moves.length === 0) return null;
  return preparePlan(tools, { head, config, range, moves });
}
