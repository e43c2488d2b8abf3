import { withImplied } from "../config/series.ts";
import { hasCode } from "../messages/reasons.ts";
import type { PlanInput } from "../plan/input.ts";
import type { Plan, Step } from "../plan/plan.ts";

/** What the check run offers: issues for actions that no mark names, and those to reopen that people had closed. */
export function impliedSteps(makePlan: (input: PlanInput) => Plan, input: PlanInput): readonly Step[] {
  const { config, files } = input;
  const { steps } = makePlan({ ...input, offered: true, config: withImplied(config) });
  const lines = new Set(
    files.flatMap(({ path, meeting }) =>
      (meeting?.actions ?? []).filter(({ implied }) => implied).map(({ line }) => `${path}:${line}`),
    ),
  );
  return steps.filter(
    ({ kind, action, origin, reason }) =>
      kind === "issue" &&
      ((action === "create" && lines.has(`${origin?.path}:${origin?.line}`)) ||
        (action === "reopen" && hasCode(reason, "open-since-closed"))),
  );
}
