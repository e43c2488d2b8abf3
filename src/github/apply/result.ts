import type { Message } from "../../messages/message.ts";
import type { Step } from "../../plan/plan.ts";

/** What became of one step. */
export interface StepResult {
  readonly step: Step;
  /** `kept` and `skipped`: as planned, nothing was to be done. */
  readonly outcome: "done" | "kept" | "skipped" | "failed";
  /** Why it was skipped or failed, for people. null: it was not. */
  readonly cause: Message | null;
  /** Whether it is worth trying again later. */
  readonly transient: boolean;
  /** Where people see it. */
  readonly url: string | null;
  /** What GitHub left out without a word: labels, assignees. */
  readonly dropped: readonly string[];
}

/** What became of a plan. */
export interface ApplyResult {
  readonly steps: readonly StepResult[];
  /** GitHub asked for patience: how many seconds until the rest should be tried. null: it did not. */
  readonly retryAfterSeconds: number | null;
}

/** A step that did what it says. */
export function done(step: Step, url: string | null, dropped: readonly string[] = []): StepResult {
  return { step, outcome: "done", cause: null, transient: false, url, dropped };
}

export function skipped(step: Step, cause: Message): StepResult {
  return { step, outcome: "skipped", cause, transient: false, url: null, dropped: [] };
}

export function failed(step: Step, cause: Message, transient: boolean): StepResult {
  return { step, outcome: "failed", cause, transient, url: null, dropped: [] };
}

/** Whether what the step is about is on GitHub now. */
export function isOnGitHub(result: StepResult | undefined): boolean {
  return result?.outcome === "done" || result?.outcome === "kept";
}
