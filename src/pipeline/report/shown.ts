import { hasCode } from "../../messages/reasons.ts";
import type { Message } from "../../messages/message.ts";
import { approvalReason } from "../../messages/reasons/approval-reasons.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { codeSpan, EMPTY, join, type Markdown, md, raw } from "../../plan/media/markdown.ts";
import type { Plan, Step } from "../../plan/plan.ts";

/**
 * What a report may say: whoever can read the minutes' repository can read it. Steps in repositories that not all of
 * them can read are neither shown nor counted, and a report is the same whatever was found or done there.
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
function shownReason({ steps, approval: { reason } }: Plan): Message | null {
  const isUnshown = hasCode(reason, "over-limits") && steps.some((step) => !isShown(step));
  return isUnshown ? approvalReason("over-limits-unshown") : reason;
}

/** The names of the repositories of which nothing is said, and why not. "": there are none. */
export function confidentialNote({ confidential = [] }: Pick<Plan, "confidential">): Markdown {
  if (confidential.length === 0) return EMPTY;
  const names = raw(join(confidential.map(codeSpan), ", "));
  return join(
    [
      md`Nothing about ${names} is shown here, whatever was found or done there, because fewer people may have access to it than to these minutes.`,
      md`Or the repository doesn't exist, the app is not installed there, or it has another owner and doesn't list this one under \`accept\`, or lists another that had its name before.`,
      md`If you have access, see the posts there, or run \`minutebook plan\` to see what would be posted.`,
    ],
    " ",
  );
}

function isShown({ confidential = false }: Step): boolean {
  return !confidential;
}
