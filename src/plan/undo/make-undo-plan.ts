import type { PlanInput } from "../input.ts";
import type { Plan } from "../plan.ts";
import { startPlanning } from "../planning.ts";
import { findConfidential, markConfidential } from "../policy/confidential.ts";
import { undoAssignments } from "./assignments.ts";
import { undoComments } from "./comments.ts";
import { undoIssues } from "./issues.ts";
import { undoNotes } from "./notes.ts";
import { isWanted, type UndoScope } from "./scope.ts";

/**
 * Makes the plan that takes back what was posted, whatever the configuration says by now. Posts are found by their
 * markers; nothing new is written but what remains of a text.
 */
export function makeUndoPlan(input: PlanInput, scope: UndoScope): Plan {
  const planning = startPlanning(input, input.files);
  const comments = undoComments(planning, scope);
  const isForMilestones = isWanted(scope, "milestones");
  const steps = [
    ...(isWanted(scope, "comments") ? comments : []),
    ...(isForMilestones ? undoAssignments(comments, planning, scope) : []),
    ...(isWanted(scope, "issues") ? undoIssues(planning, scope) : []),
    ...(isForMilestones ? undoNotes(planning, scope) : []),
  ];
  const confidential = findConfidential(input);
  return {
    version: 2,
    repository: input.repository.name,
    commit: input.commit,
    webUrl: planning.base.webUrl,
    before: input.before,
    approval: { needed: false, reason: null },
    steps: markConfidential(steps, input),
    notices: [],
    ...(confidential.length === 0 ? {} : { confidential }),
  };
}
