import type { StepResult } from "../../github/apply/result.ts";
import { codeSpan, EMPTY, join, type Markdown, md, raw } from "../../plan/media/markdown.ts";
import type { Plan, Step } from "../../plan/plan.ts";

/**
 * What a report may say: whoever can read the minutes' repository can read it. Steps in repositories that not all of them can
 * read are neither shown nor counted, and a report is the same whatever was found or done there.
 */

/** The steps that may be shown. */
export function shownSteps({ steps }: Pick<Plan, "steps">): readonly Step[] {
  return steps.filter(isShown);
}

/** What became of the steps that may be shown. */
export function shownResults(results: readonly StepResult[]): readonly StepResult[] {
  return results.filter(({ step }) => isShown(step));
}

/** A plan with nothing in it that may not be shown. */
export function shownPlan(plan: Plan): Plan {
  return { ...plan, steps: shownSteps(plan), approval: { ...plan.approval, reason: shownReason(plan) } };
}

/** Why a plan waits. The numbers of what is over a limit may be of steps that are not shown. */
export function shownReason({ steps, approval }: Plan): string {
  const isOverLimit = /\blimit is\b/.test(approval.reason);
  return isOverLimit && steps.some((step) => !isShown(step))
    ? "It is more than `limits` allow for one push."
    : approval.reason;
}

/** The names of the repositories of which nothing is said, and why not. "": there are none. */
export function confidentialNote({ confidential = [] }: Pick<Plan, "confidential">): Markdown {
  if (confidential.length === 0) return EMPTY;
  const names = raw(join(confidential.map(codeSpan), ", "));
  return join(
    [
      md`Of ${names} nothing is said here, whatever was found or done there: fewer people may be able to read it than these minutes.`,
      md`Or there is no such repository, the app is not installed there, or it has another owner and does not list this one under "accept", or lists another that had its name before.`,
      md`Who can read it sees there what was posted, and with \`minutebook plan\` what would be.`,
    ],
    " ",
  );
}

function isShown({ confidential = false }: Step): boolean {
  return !confidential;
}
