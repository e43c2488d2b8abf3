import type { Message } from "../../messages/message.ts";
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
  readonly reason: ReasonView;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly hasBody: boolean;
}

/** Why a step is what it is. */
export interface ReasonView {
  readonly text: string;
  /** The part of the text that names lines of the minutes; null: none does. */
  readonly lines: string | null;
}

/** A warning or notice. */
export interface NoticeView {
  readonly line: number | null;
  readonly code: string;
  readonly text: string;
}

/** What would come of a draft. */
export interface Outcome {
  readonly steps: readonly StepView[];
  readonly notices: readonly NoticeView[];
  /** Why a person would have to approve; null: nobody has to. */
  readonly approval: string | null;
}

/** Replaces the number of an issue that has none yet. */
const NEW_ISSUE = { target: "", url: "*(new issue)*" };

/** The plan as the page draws it. */
export function toOutcome(plan: Plan, meeting: Meeting): Outcome {
  const known = new Set(plan.notices.map(identityOf));
  const warnings = meeting.warnings.filter((warning) => !known.has(identityOf(warning)));
  return {
    steps: plan.steps.map(toView),
    notices: [...plan.notices, ...warnings].map(({ line, code, text }) => ({ line, code, text })),
    approval: plan.approval.reason?.text ?? null,
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

/** A notice about a whole file has no line, where the warning that it repeats has one. */
function identityOf({ code, values }: Message): string {
  return JSON.stringify([code, values]);
}

/** The reason, with the line of the minutes if it names none. */
function reasonOf({ reason: { text, values }, origin }: Step): ReasonView {
  if (typeof values.lines === "string") return { text, lines: values.lines };
  const lines = origin?.line == null ? null : `line ${origin.line}`;
  return lines === null ? { text, lines } : { text: `${text} From ${lines}.`, lines };
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
