import type { ConfigProblem } from "../../config/config.ts";
import type { CheckRun } from "../../github/check-run.ts";
import type { Scope } from "../../github/port.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { annotationsOf, skipAnnotations } from "./annotations.ts";
import { foldedBodies } from "./bodies.ts";
import { BUTTONS } from "./buttons.ts";
import { problemLines } from "./configuration.ts";
import { confidentialNote, shownPlan } from "./shown.ts";
import { stepsTable } from "./steps-table.ts";
import { unreadNote } from "./unread.ts";

export interface Showing {
  /** Whether the minutes are to be merged first, or stand on the default branch already. (Default: merged) */
  readonly when?: "merged" | "now";
  /** What of other repositories was asked. (Default: all) */
  readonly scope?: Scope;
}

const LIMITED =
  "Whoever proposed it may not write to this repository, or proposed it from a fork: so no repository was asked but this one and public ones. Somebody with write access sees the full preview with the button.";

/**
 * What would be posted if a pull request were merged now.
 *
 * @param whole - The plan. null: it touches no minutes, only the configuration.
 */
export function reportPreview(
  commit: string,
  whole: Plan | null,
  problems: readonly ConfigProblem[],
  { when = "merged", scope = "all" }: Showing = {},
): CheckRun {
  const plan = whole === null ? null : shownPlan(whole);
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
      scope === "public" ? LIMITED : "",
      plan === null ? "" : unreadNote(plan),
      stepsTable(steps),
      plan === null ? "" : confidentialNote(plan),
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
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
    buttons: scope === "public" ? [BUTTONS.full] : [],
    externalId: "preview",
  };
}

function titleOf(writes: readonly Step[], problems: number): string {
  if (problems > 0) return "The configuration cannot be used";
  return writes.length === 0
    ? "Nothing would be posted"
    : `Would be posted: ${countSteps({ steps: writes })}`;
}
