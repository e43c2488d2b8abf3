import { stepReason } from "../messages/reasons/step-reasons.ts";
import { isSameName } from "../minutes/repository-name.ts";
import type { IssueStep, LabelStep, Plan, Step } from "./plan.ts";
import { changesOf, isChange } from "./step-actions.ts";

/**
 * The keys of some of a plan's changes and of what they need.
 *
 * @param numbers - Of the changes, 1 for the first.
 * @returns null: the plan has no change of one of these numbers
 */
export function keysOfSteps(plan: Pick<Plan, "steps">, numbers: readonly number[]): readonly string[] | null {
  const changes = changesOf(plan);
  const chosen = numbers.flatMap((number) => changes[number - 1] ?? []);
  if (chosen.length < numbers.length) return null;
  const all = [...chosen, ...changes.filter((step) => chosen.some((one) => needs(one, step)))];
  return [...new Set(all.map(({ key }) => key))];
}

/** The plan with these of its changes; the others are skipped, and wait. */
export function withSteps(plan: Plan, keys: readonly string[]): Plan {
  const steps = plan.steps.map(
    (step): Step =>
      isChange(step) && !keys.includes(step.key)
        ? { ...step, action: "skip", reason: stepReason("not-approved") }
        : step,
  );
  return { ...plan, steps };
}

/** An issue needs its labels, and a label is taken off once the comment is there. */
function needs(step: Step, other: Step): boolean {
  if (step.kind === "unlabel") return other.key === step.after;
  return step.kind === "issue" && other.kind === "label" && isLabelOf(other, step);
}

function isLabelOf({ repository, name }: LabelStep, issue: IssueStep): boolean {
  return isSameName(repository, issue.repository) && issue.labels.some((label) => isSameName(label, name));
}
