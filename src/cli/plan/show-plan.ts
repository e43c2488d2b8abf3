import type { Plan } from "../../plan/plan.ts";
import { renderPlan, type RenderPlanOptions } from "../../plan/render-plan.ts";
import type { Io } from "../io.ts";
import { createPainter } from "./painter.ts";
import { printablePlan } from "./printable-plan.ts";

/** A plan as it is shown to people, with colours and links where they can be seen. */
export function showPlan(
  plan: Plan,
  { colors, link }: Pick<Io, "colors" | "link">,
  options: Pick<RenderPlanOptions, "bodies" | "changes">,
): string {
  return renderPlan(printablePlan(plan), { ...options, painter: createPainter(colors), link });
}
