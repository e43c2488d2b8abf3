import type { Message } from "../messages/message.ts";
import type { StepResult } from "../github/apply/result.ts";
import type { CheckRun } from "../github/check-run.ts";
import type { Markdown } from "../plan/media/markdown.ts";
import type { Plan } from "../plan/plan.ts";

/** What became of a run. */
export interface Outcome {
  /** For people, as a check run of the app's says it. null: there was nothing to do. */
  readonly report: CheckRun | null;
  /** Why there was nothing to do. */
  readonly reason: Message | null;
  readonly plan: Plan | null;
  /** null: nothing was applied. */
  readonly results: readonly StepResult[] | null;
  /** Whether the plan waits for a person. */
  readonly waiting: boolean;
  /** What people can do about what did not go through. */
  readonly hints: readonly Markdown[];
}

/** A run that had nothing to do. */
export function nothing(reason: Message): Outcome {
  return { report: null, reason, plan: null, results: null, waiting: false, hints: [] };
}

/** A run that ends with a report and nothing applied. */
export function reported(report: CheckRun, plan: Plan | null = null): Outcome {
  return { report, reason: null, plan, results: null, waiting: false, hints: [] };
}
