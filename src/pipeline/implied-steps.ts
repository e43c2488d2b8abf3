import { withImplied } from "../config/series.ts";
import type { PlanInput } from "../plan/input.ts";
import type { Plan, Step } from "../plan/plan.ts";

/** The issues that would be opened for actions that no mark names. */
export function impliedSteps(makePlan: (input: PlanInput) => Plan, input: PlanInput): readonly Step[] {
  const { config, files } = input;
  const { steps } = makePlan({ ...input, config: withImplied(config) });
  const lines = new Set(
    files.flatMap(({ path, meeting }) =>
      (meeting?.actions ?? []).filter(({ implied }) => implied).map(({ line }) => `${path}:${line}`),
    ),
  );
  return steps.filter(
    ({ kind, action, origin }) =>
      kind === "issue" && action === "create" && lines.has(`${origin?.path}:${origin?.line}`),
  );
}
