import type { PlanInput } from "./input.ts";
import { type Planning, startPlanning } from "./planning.ts";
import { refuseExcess } from "./policy/excess.ts";
import { pairMovedFiles } from "./policy/moved-files.ts";
import { findTemplateProblems } from "./policy/notices.ts";

/** What all parts of the plan for this input share. */
export function planningOf(input: PlanInput): Planning {
  const isOff = input.config.mode === "off" || findTemplateProblems(input.config).length > 0;
  return startPlanning(input, pairMovedFiles(refuseExcess(input.files)), isOff);
}
