import { mentionedIssues, type MentionedIssue } from "../comments/mentions.ts";
import { newerRefusal } from "../comments/threads.ts";
import type { Decision } from "../../minutes/meeting.ts";
import { assignKey } from "../keys.ts";
import type { AssignMilestoneStep } from "../plan.ts";
import type { Planning, ReadFile } from "../planning.ts";
import { findMilestone, isSameTitle } from "./find-milestone.ts";
import { outcomeFor } from "./outcome-for.ts";

/** Plans the milestones of issues that a decision of the minutes sent to a release. */
export function planAssignments(file: ReadFile, planning: Planning): readonly AssignMilestoneStep[] {
  if (!planning.input.config.releases.assignMilestone) return [];
  return mentionedIssues(file, planning).flatMap((issue) => {
    const decision = file.meeting.decisions.findLast((one) => sendsTo(one, issue));
    return decision === undefined ? [] : assignmentOf(file, issue, decision, planning);
  });
}

/** The last word counts; what stays out of a release is left as people have it. */
function sendsTo(decision: Decision, issue: MentionedIssue): boolean {
  const outcome = outcomeFor(
    decision,
    issue.references.map((one) => one.target),
  );
  return decision.explicit && outcome !== null && outcome.kind !== "out";
}

function assignmentOf(
  file: ReadFile,
  { target, found }: MentionedIssue,
  decision: Decision,
  planning: Planning,
): AssignMilestoneStep[] {
  if (found.thread === null || found.thread.kind === "discussion" || decision.outcome === null) return [];
  const { thread, state } = found;
  const milestone = findMilestone(state.milestones, decision.outcome.milestone);
  if (milestone === null) return [];
  const step = {
    kind: "assign-milestone",
    key: assignKey(planning.input.repository.name, file.path, target),
    origin: { path: file.path, line: decision.line },
    repository: state.name,
    number: thread.number,
    milestone: { number: milestone.number, title: milestone.title },
  } as const;
  const refusal = newerRefusal(thread, file.meeting);
  if (refusal !== null) return [{ ...step, action: "skip", reason: `Milestone not set: ${refusal}.` }];
  if (thread.milestone === null) {
    return [{ ...step, action: "update", reason: `A decision sends it to ${milestone.title}.` }];
  }
  const isSet = isSameTitle(thread.milestone.title, milestone.title);
  return isSet
    ? [{ ...step, action: "keep", reason: `It is on ${milestone.title} already.` }]
    : [{ ...step, action: "skip", reason: `A person set ${thread.milestone.title}, and so it stays.` }];
}
