import type { CheckRun } from "../../github/check-run.ts";
import { hashFor } from "../approval-hash.ts";
import type { PushOutcome } from "../run-push.ts";
import { reportApplied } from "./applied.ts";
import { reportConfiguration } from "./configuration.ts";
import type { Retry } from "./retry.ts";
import { type Request, reportWaiting } from "./waiting.ts";

/** How a run is reported. */
export interface Reporting {
  readonly retry: Retry;
  /** Somebody asked for the issues of implied actions, too. */
  readonly isImplied?: boolean;
  /** How a plan that waits can be approved. */
  readonly how?: NonNullable<Request["how"]>;
  /** The hash of what the button for implied actions would open. Absent: there is no such button. */
  readonly offer?: string | undefined;
}

/** The report of a run. null: there is nothing to report. */
export function reportOutcome(
  outcome: PushOutcome,
  { retry, isImplied = false, how = "check-run", offer }: Reporting,
): CheckRun | null {
  switch (outcome.kind) {
    case "misconfigured":
      return reportConfiguration(outcome.commit, outcome.problems, retry);
    case "no-minutes":
      return outcome.touchesConfiguration
        ? reportConfiguration(outcome.commit, [], retry, outcome.notices)
        : null;
    case "waiting": {
      const { plan, head, answers } = outcome;
      return reportWaiting(plan, { hash: hashFor(plan, head), isImplied, answers, how });
    }
    case "applied":
      return reportApplied(outcome.plan, outcome.results, retry, offer);
    case "empty":
    case "off":
    case "stopped":
      return null;
  }
}
