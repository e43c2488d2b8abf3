import type { ConfigProblem } from "../../config/config.ts";
import type { CheckRun } from "../../github/check-run.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { annotationsOf, skipAnnotations } from "./annotations.ts";
import { foldedBodies } from "./bodies.ts";
import { problemLines } from "./configuration.ts";
import { stepsTable } from "./steps-table.ts";

/**
 * What would be posted if a pull request were merged now.
 *
 * @param plan - null: it touches no minutes, only the configuration.
 * @param when - Whether the minutes are to be merged first, or stand on the default branch already.
 */
export function reportPreview(
  commit: string,
  plan: Plan | null,
  problems: readonly ConfigProblem[],
  when: "merged" | "now" = "merged",
): CheckRun {
  const steps = plan?.steps ?? [];
  const writes = steps.filter(({ action }) => action !== "keep" && action !== "skip");
  const broken = problems.length > 0 || plan?.notices.some(({ level }) => level === "error");
  return {
    commit,
    conclusion: broken ? "failure" : writes.length > 0 ? "success" : "neutral",
    title: titleOf(writes, problems.length),
    summary: [
      `This is what would be posted${when === "merged" ? " if it were merged now" : ""}. Nothing has been posted.`,
      ...(problems.length === 0
        ? []
        : [`\`${CONFIGURATION_PATH}\` cannot be used:\n\n${problemLines(problems)}`]),
      ...(plan?.approval.needed ? [`It would wait for approval: ${plan.approval.reason}`] : []),
      stepsTable(steps),
    ].join("\n\n"),
    text: foldedBodies(steps),
    annotations: [
      ...problems.map(({ line, message }) => ({
        path: CONFIGURATION_PATH,
        line,
        level: "failure" as const,
        message,
      })),
      ...annotationsOf(plan?.notices ?? []),
      ...skipAnnotations(steps),
    ],
    buttons: [],
    externalId: "preview",
  };
}

function titleOf(writes: readonly Step[], problems: number): string {
  if (problems > 0) return "The configuration cannot be used";
  return writes.length === 0
    ? "Nothing would be posted"
    : `Would be posted: ${countSteps({ steps: writes })}`;
}
