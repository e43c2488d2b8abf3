import type { Plan } from "../../plan/plan.ts";
import { renderPlan, type RenderPlanOptions } from "../../plan/render-plan.ts";
import type { Io } from "../io.ts";
import { createPainter } from "./painter.ts";
import { printablePlan } from "./printable-plan.ts";

/** A plan as it is shown to people, with colors and links where they can be seen. */
export async function showPlan(
  plan: Plan,
  { colors, links }: Pick<Io, "colors" | "links">,
  options: Pick<RenderPlanOptions, "bodies" | "changes">,
): Promise<string> {
  const link = await links();
  return renderPlan(printablePlan(plan), { ...options, painter: createPainter(colors), link });
}
