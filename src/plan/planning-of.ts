import type { MinutesChange, PlanInput } from "./input.ts";
import { type Planning, startPlanning } from "./planning.ts";
import { leaveAgendas } from "./policy/agendas.ts";
import { refuseExcess } from "./policy/excess.ts";
import { pairMovedFiles } from "./policy/moved-files.ts";
import { findTemplateProblems } from "./policy/notices.ts";

/** What all parts of the plan for this input share. */
export function planningOf(input: PlanInput): Planning {
  const isOff = input.config.mode === "off" || findTemplateProblems(input.config).length > 0;
  return startPlanning(input, pairMovedFiles(processableFiles(input)), isOff);
}

/** The files, those that nothing may be posted from as ones that can't be read: they are left as they were. */
export function processableFiles({
  files,
  today,
}: Pick<PlanInput, "files" | "today">): readonly MinutesChange[] {
  return refuseExcess(leaveAgendas(files, today ?? null));
}
