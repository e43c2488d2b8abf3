import { counted } from "../../messages/message.ts";
import { approvalReason } from "../../messages/reasons/approval-reasons.ts";
import type { Config } from "../../config/config.ts";
import type { Plan, Step } from "../plan.ts";
import { isChange } from "../step-actions.ts";

/** Whether the plan may be applied at once, or waits for a person. */
export function findApproval(steps: readonly Step[], config: Config): Plan["approval"] {
  if (config.mode === "review" && steps.some(isChange)) {
    return { needed: true, reason: approvalReason("review-mode") };
  }
  const count = (kind: Step["kind"], actions: readonly Step["action"][]): number =>
    steps.filter((step) => step.kind === kind && actions.includes(step.action)).length;
  const over = [
    tooMany(count("comment", ["create"]), config.limits.comments, "new comment"),
    tooMany(count("comment", ["delete"]), config.limits.comments, "comment to delete", "comments to delete"),
    tooMany(count("issue", ["create"]), config.limits.issues, "new issue"),
    tooMany(count("issue", ["close"]), config.limits.issues, "issue to close", "issues to close"),
  ].filter((part) => part !== null);
  if (over.length === 0) return { needed: false, reason: null };
  return { needed: true, reason: approvalReason("over-limits", { excess: over.join(", ") }) };
}

function tooMany(count: number, limit: number, one: string, many?: string): string | null {
  return count > limit ? `${counted(count, one, many)} (limit ${limit})` : null;
}
