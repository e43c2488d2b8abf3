import { counted } from "../../messages/message.ts";
import { approvalReason } from "../../messages/reasons/approval-reasons.ts";
import type { Config } from "../../config/config.ts";
import { configFor } from "../../config/series.ts";
import type { Plan, Step } from "../plan.ts";
import { isChange } from "../step-actions.ts";

/** Whether the plan may be applied at once, or waits for a person. */
export function findApproval(steps: readonly Step[], config: Config): Plan["approval"] {
  if (config.mode === "review" && steps.some(isChange)) {
    return { needed: true, reason: approvalReason("review-mode") };
  }
  const groups = Map.groupBy(steps, (step) => limitsOf(step, config));
  const over = [...groups].flatMap(([limits, own]) => findExcess(own, limits));
  if (over.length === 0) return { needed: false, reason: null };
  return { needed: true, reason: approvalReason("over-limits", { excess: over.join(", ") }) };
}

/** Those of its series, or those that all the others share. */
function limitsOf({ origin }: Step, config: Config): Config["limits"] {
  return origin === null ? config.limits : configFor(config, origin.path).limits;
}

/** What is over the limits that these steps have together. */
function findExcess(steps: readonly Step[], limits: Config["limits"]): readonly string[] {
  const count = (kind: Step["kind"], action: Step["action"]): number =>
    steps.filter((step) => step.kind === kind && step.action === action).length;
  return [
    tooMany(count("comment", "create"), limits.comments, "new comment"),
    tooMany(count("comment", "delete"), limits.comments, "comment to delete", "comments to delete"),
    tooMany(count("issue", "create"), limits.issues, "new issue"),
    tooMany(count("issue", "close"), limits.issues, "issue to close", "issues to close"),
  ].filter((part) => part !== null);
}

function tooMany(count: number, limit: number, one: string, many?: string): string | null {
  return count > limit ? `${counted(count, one, many)} (limit ${limit})` : null;
}
