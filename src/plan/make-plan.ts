import type { Config } from "../config/config.ts";
import type { PlanInput, MinutesChange } from "./input.ts";
import type { Plan } from "./plan.ts";
import type { SnapshotRequest } from "./snapshot.ts";

/** What must be known of GitHub before `makePlan` can be called for these files. */
export function snapshotRequest(_input: {
  readonly repository: string;
  readonly config: Config;
  readonly files: readonly MinutesChange[];
}): SnapshotRequest {
  throw new Error("not written yet");
}

/** Makes the plan. Pure: the same input gives the same plan. */
export function makePlan(_input: PlanInput): Plan {
  throw new Error("not written yet");
}
