import { undoReason } from "../../messages/reasons/undo-reasons.ts";
import { milestoneReason } from "../../messages/reasons/milestone-reasons.ts";
import { mentionedIssues, type MentionedIssue } from "../targets/mentions.ts";
import { newerRefusal } from "../targets/threads.ts";
import type { Decision } from "../../minutes/meeting.ts";
import { assignKey } from "../keys.ts";
import type { AssignMilestoneStep } from "../plan.ts";
import { findMarker } from "../marker.ts";
import { isOwnMarker, pathsOf, type Planning, type ReadFile } from "../planning.ts";
import { isUndone } from "../undo/is-undone.ts";
import { findMilestone, isSameTitle } from "./find-milestone.ts";
import { outcomeFor } from "./outcome-for.ts";

/** Plans the milestones of issues that a decision of the minutes sent to a release. */
export function planAssignments(file: ReadFile, planning: Planning): readonly AssignMilestoneStep[] {
  if (!planning.input.config.releases.assignMilestone) return [];
  return mentionedIssues(file, planning).flatMap((issue) => {
    if (issue.isDoubtful) return [];
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
  { target, found, references }: MentionedIssue,
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
    before: thread.milestone?.title ?? null,
  } as const;
  const keys = pathsOf(file).map((path) => assignKey(planning.input.repository.name, path, target));
  // Under its present path too: the file may be renamed again.
  if (isUndone(file, keys))
    return [{ ...step, action: "skip", reason: undoReason("not-posted-again"), remember: "gone" }];
  const refusal = newerRefusal(thread, file.meeting);
  if (refusal !== null) return [{ ...step, action: "skip", reason: refusal }];
  const { title } = milestone;
  if (thread.milestone === null)
    return [{ ...step, action: "update", reason: milestoneReason("milestone-decided", { title }) }];
  const now = thread.milestone.title;
  if (isSameTitle(now, title))
    return [{ ...step, action: "keep", reason: milestoneReason("milestone-already-set", { title }) }];
  if (thread.milestonedBy !== "us") {
    const reason = milestoneReason("milestone-set-by-someone", { title: now });
    return [{ ...step, action: "skip", reason }];
  }
  return isLastWord(file, { target, found, references, isDoubtful: false }, title, planning)
    ? [{ ...step, action: "update", reason: milestoneReason("milestone-moved", { from: now, title }) }]
    : [{ ...step, action: "skip", reason: milestoneReason("milestone-decided-later", { title: now }) }];
}

/** Whether a decision is new in these minutes, and no later meeting of theirs has mentioned the issue. */
function isLastWord(
  { path, previous, meeting: { date } }: ReadFile,
  { found, references }: MentionedIssue,
  title: string,
  { input }: Planning,
): boolean {
  const names = references.map((one) => one.target);
  const before = previous?.decisions.findLast((one) => one.explicit && outcomeFor(one, names) !== null);
  if (before?.outcome != null && isSameTitle(before.outcome.milestone, title)) return false;
  const meetings = (found.thread?.comments ?? []).flatMap(
    ({ body }): readonly { readonly path: string; readonly date: string | null }[] => {
      const marker = findMarker(body);
      if (marker === null || !isOwnMarker(marker, input.repository)) return [];
      return marker.kind === "comment" ? [marker, ...(marker.earlier ?? [])] : [marker];
    },
  );
  return !meetings.some(
    (meeting) => meeting.path !== path && meeting.date !== null && date !== null && meeting.date > date,
  );
}
