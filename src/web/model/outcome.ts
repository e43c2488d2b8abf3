import type { Meeting } from "../../minutes/meeting.ts";
import type { Plan, Step, StepAction } from "../../plan/plan.ts";
import { resolveTokens } from "../../plan/tokens.ts";

export type BodyKind = "comment" | "issue" | "milestone";

/** A step of the plan, as the page draws it. Its body is rendered when it comes into view. */
export interface StepView {
  readonly key: string;
  readonly kind: Step["kind"];
  readonly action: StepAction;
  /** What it is done to: `lantern-maps/lantern#60`, or the title of an issue or a milestone. */
  readonly title: string;
  readonly repository: string;
  readonly reason: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly hasBody: boolean;
}

/** Something that should be looked at. */
export interface NoticeView {
  readonly line: number | null;
  readonly message: string;
}

/** What would come of a draft. */
export interface Outcome {
  readonly steps: readonly StepView[];
  readonly notices: readonly NoticeView[];
  /** Why a person would have to approve; null: nobody has to. */
  readonly approval: string | null;
}

/** Stands for an issue that has no number yet. */
const NEW_ISSUE = { target: "", url: "*(new issue)*" };

/** The plan as the page draws it. */
export function toOutcome(plan: Plan, meeting: Meeting): Outcome {
  const told = new Set(plan.notices.map(({ message }) => message));
  const warnings = meeting.warnings.filter(({ message }) => !told.has(message));
  return {
    steps: plan.steps.map(toView),
    notices: [...plan.notices, ...warnings].map(({ line, message }) => ({ line, message })),
    approval: plan.approval.needed ? plan.approval.reason : null,
  };
}

/** The Markdown that a step writes; empty where it writes none. */
export function bodyOf(step: Step): string {
  if (step.kind === "comment" || step.kind === "issue")
    return resolveTokens(step.body ?? "", () => NEW_ISSUE);
  return step.kind === "milestone" ? (step.description ?? "") : "";
}

function toView(step: Step): StepView {
  const isIssue = step.kind === "issue";
  return {
    key: step.key,
    kind: step.kind,
    action: step.action,
    title: titleOf(step),
    repository: step.kind === "comment" ? step.target.repository : step.repository,
    reason: reasonOf(step),
    labels: isIssue ? step.labels : [],
    assignees: isIssue ? step.assignees : [],
    milestone: isIssue ? (step.milestone?.title ?? null) : null,
    hasBody: bodyOf(step) !== "",
  };
}

/** The reason, with the line of the minutes where it names none. */
function reasonOf({ reason, origin }: Step): string {
  const line = origin?.line ?? null;
  return line === null || /\blines? \d/.test(reason) ? reason : `${reason} From line ${line}.`;
}

function titleOf(step: Step): string {
  switch (step.kind) {
    case "comment":
      return `${step.target.repository}#${step.target.number}`;
    case "issue":
    case "milestone":
      return step.title;
    case "assign-milestone":
      return `${step.repository}#${step.number} → ${step.milestone.title}`;
    case "label":
      return step.name;
    case "unlabel":
      return `${step.label} of ${step.repository}#${step.number}`;
  }
}
