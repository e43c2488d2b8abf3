import type { ConfigProblem } from "../../config/config.ts";
import type { CheckRun } from "../../github/check-run.ts";
import type { Scope } from "../../github/port.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import { codeSpan, EMPTY, markdownText, md, paragraphs, raw } from "../../plan/media/markdown.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import { annotationsOf, skipAnnotations } from "./annotations.ts";
import { foldedBodies } from "./bodies.ts";
import { BUTTONS } from "./buttons.ts";
import { problemLines } from "./configuration.ts";
import { confidentialNote, shownPlan } from "./shown.ts";
import { stepsTable } from "./steps-table.ts";
import { unreadNote } from "./unread.ts";

export interface Showing {
  /** Whether the minutes are to be merged first, or are on the default branch already. (Default: merged) */
  readonly when?: "merged" | "now";
  /** What of other repositories was asked. (Default: all) */
  readonly scope?: Scope;
}

const LIMITED = md`The author doesn't have write access, or the pull request comes from a fork, so this preview covers only this repository and public ones. To see the full preview, someone with write access can press the button.`;

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
  const writes = steps.filter(isChange);
  const broken = problems.length > 0 || plan?.notices.some(({ level }) => level === "error");
  return {
    commit,
    conclusion: broken ? "failure" : writes.length > 0 ? "success" : "neutral",
    title: titleOf(writes, problems.length),
    summary: paragraphs(
      when === "merged"
        ? md`This is what Minutebook posts when this is merged. Nothing has been posted.`
        : md`This is what Minutebook would post. Nothing has been posted.`,
      problems.length === 0
        ? EMPTY
        : md`${raw(codeSpan(CONFIGURATION_PATH))} has errors:\n\n${raw(problemLines(problems))}`,
      plan?.approval.reason ? markdownText(plan.approval.reason.text) : EMPTY,
      scope === "public" ? LIMITED : EMPTY,
      plan === null ? EMPTY : unreadNote(plan),
      plan === null ? EMPTY : stepsTable(steps, plan),
      plan === null ? EMPTY : confidentialNote(plan),
    ),
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
  if (problems > 0) return "The configuration has errors";
  return writes.length === 0 ? "Nothing to post" : `Preview: ${countSteps({ steps: writes })}`;
}
