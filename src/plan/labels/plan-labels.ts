import { configFor } from "../../config/series.ts";
import { milestoneReason } from "../../messages/reasons/milestone-reasons.ts";
import { labelKey } from "../keys.ts";
import type { IssueStep, LabelStep } from "../plan.ts";
import { isChange } from "../step-actions.ts";
import type { Planning } from "../planning.ts";

const COLOR = "c5def5";

/** Plans the labels that new or changed action issues need and that their repository has not. */
export function planLabels(issues: readonly IssueStep[], planning: Planning): readonly LabelStep[] {
  const steps = new Map<string, LabelStep>();
  for (const issue of issues.filter(isChange)) {
    const consent = planning.consentOf(issue.repository);
    if (!consent.allowed) continue;
    const config = configFor(planning.input.config, issue.origin?.path ?? "");
    const existing = new Set(consent.state.labels.map((name) => name.toLowerCase()));
    const wanted = new Set(config.actions.labels.map((name) => name.toLowerCase()));
    for (const name of issue.labels) {
      const key = labelKey(planning.input.repository.name, issue.repository, name);
      if (existing.has(name.toLowerCase()) || !wanted.has(name.toLowerCase())) continue;
      steps.set(key, {
        kind: "label",
        key,
        action: "create",
        reason: milestoneReason("label-missing"),
        origin: null,
        repository: issue.repository,
        name,
        color: COLOR,
        description: "An action from a meeting",
      });
    }
  }
  return [...steps.values()];
}
