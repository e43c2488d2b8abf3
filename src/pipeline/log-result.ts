import type { StepResult } from "../github/apply/result.ts";
import type { Log } from "./log.ts";

/** One line for each step, with no text of the minutes in it. */
export function logResult(log: Log, { step, outcome, cause, url, transient, dropped }: StepResult): void {
  const fields = {
    step: step.key,
    kind: step.kind,
    action: step.action,
    outcome,
    ...(url === null ? {} : { url }),
    ...(cause === null ? {} : { code: cause.code, cause: cause.text }),
    ...(dropped.length === 0 ? {} : { dropped }),
  };
  if (outcome === "failed") log.error({ ...fields, transient }, "A step failed");
  else if (dropped.length > 0) log.warn(fields, "GitHub left something out");
  else if (outcome === "kept") log.debug(fields, "A step had nothing to do");
  else log.info(fields, outcome === "done" ? "A step is done" : "A step was skipped");
}
