import type { Config } from "../../config/config.ts";
import type { Plan, Step } from "../plan.ts";
import { isChange } from "../step-actions.ts";

/** Whether the plan may be applied at once, or waits for a person. */
export function findApproval(steps: readonly Step[], config: Config): Plan["approval"] {
  if (config.mode === "review" && steps.some(isChange)) {
    return { needed: true, reason: 'The configuration says "mode: review".' };
  }
  const count = (kind: Step["kind"], actions: readonly Step["action"][]): number =>
    steps.filter((step) => step.kind === kind && actions.includes(step.action)).length;
  const over = [
    tooMany(count("comment", ["create"]), config.limits.comments, "new comments"),
    tooMany(count("comment", ["delete"]), config.limits.comments, "comments to delete"),
    tooMany(count("issue", ["create"]), config.limits.issues, "new issues"),
    tooMany(count("issue", ["close"]), config.limits.issues, "issues to close"),
  ].filter((sentence) => sentence !== null);
  return { needed: over.length > 0, reason: over.join(" ") };
}

function tooMany(count: number, limit: number, what: string): string | null {
  return count > limit ? `There are ${count} ${what}; the limit is ${limit} for one push.` : null;
}
