import { formats } from "../../src/cli/inspect/formats/formats.ts";
import { noColors } from "../../src/cli/io.ts";
import { printablePlan } from "../../src/cli/plan/printable-plan.ts";
import type { StepResult } from "../../src/github/apply/result.ts";
import { skipAnnotations } from "../../src/pipeline/report/annotations.ts";
import { reportApplied } from "../../src/pipeline/report/applied.ts";
import { reportPreview } from "../../src/pipeline/report/preview.ts";
import { reportWaiting } from "../../src/pipeline/report/waiting.ts";
import { describeStep } from "../../src/plan/text/describe-step.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { findHighlights } from "../../src/web/model/highlights.ts";
import {
  fileOf,
  meetingOf,
  milestoneOf,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  threadOf,
} from "../plan/builders.ts";

const THREADS = [1, 2, 3, 4, 661, 662, 663, 667];
const snapshot = snapshotOf(
  repositoryOf({
    threads: Object.fromEntries(
      THREADS.map((number) => [String(number), threadOf(number, { title: "A thread" })]),
    ),
    milestones: [milestoneOf("1.1"), milestoneOf("2.0", "", 8)],
  }),
);

function reports(made: Plan): readonly unknown[] {
  const results = made.steps.map((step): StepResult => {
    const outcome = step.action === "keep" ? "kept" : step.action === "skip" ? "skipped" : "done";
    return { step, outcome, cause: null, transient: false, url: null, dropped: [] };
  });
  return [
    reportApplied(made, results),
    reportPreview(SECOND, made, []),
    reportWaiting(made, { hash: "abc" }),
    skipAnnotations(made.steps),
  ];
}

export interface Shown {
  /** All that is found, except where the minutes are private, which is for people who have them. */
  readonly found: string;
  /** Everything that is posted, shown, printed or counted. */
  readonly shown: string;
}

/** What comes of minutes, as they are new or as they replace others. */
export function shownFor(source: string, path: string, previous: string | null): Shown {
  const meeting = meetingOf(source, path);
  const { privateParts: _, ...found } = meeting;
  const made = plan([fileOf(null, previous, { path, meeting })], { snapshot });
  const printed = Object.values(formats).map((create) => {
    const format = create(noColors);
    return [format.meeting(meeting), format.end()];
  });
  const labels = findHighlights(source, meeting, made)
    .filter(({ kind }) => kind !== "private")
    .map(({ label, from, to }) => [label, source.slice(from, to)]);
  const shown = [
    made,
    printablePlan(made),
    renderPlan(made, { bodies: true }),
    made.steps.map(describeStep),
    printed,
    reports(made),
    labels,
  ];
  return { found: JSON.stringify(found), shown: JSON.stringify(shown) };
}
