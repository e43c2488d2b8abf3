import { configFor } from "../config/series.ts";
import { gatherMeeting } from "./comments/gather.ts";
import { mentionedIssues } from "./targets/mentions.ts";
import { planComment } from "./comments/plan-comment.ts";
import { planGoneComments } from "./comments/plan-gone.ts";
import { oneStepEach, PlannedComments } from "./comments/planned.ts";
import type { MinutesChange, PlanInput } from "./input.ts";
import { planIssues, type PlannedIssue } from "./issues/plan-issues.ts";
import { planLabels } from "./labels/plan-labels.ts";
import { planUnlabels } from "./labels/plan-unlabels.ts";
import { planAssignments } from "./milestones/plan-assignments.ts";
import { planMilestones } from "./milestones/plan-milestones.ts";
import type { CommentStep, Plan, Step } from "./plan.ts";
import { isRead, type Planning, type ReadFile } from "./planning.ts";
import { planningOf } from "./planning-of.ts";
import { findApproval } from "./policy/approval.ts";
import { findConfidential, markConfidential } from "./policy/confidential.ts";
import { foreignNotices } from "./policy/foreign.ts";
import { offNotices, shownIn } from "./policy/off.ts";
import { closedNotices } from "./policy/offers.ts";
import { findNotices, findTemplateProblems } from "./policy/notices.ts";
import { makeUndoPlan } from "./undo/make-undo-plan.ts";
import { rememberIssues } from "./undo/remembered.ts";
import { withdrawComments } from "./withdraw/comments.ts";
import { withdrawIssues } from "./withdraw/issues.ts";
import { withdrawNotes } from "./withdraw/milestones.ts";

export { snapshotRequest } from "./snapshot-request.ts";
export { withdrawalRequest } from "./withdraw/request.ts";

/**
 * Makes the plan: what should be done on GitHub so that it matches the minutes, and what is skipped. Pure: the
 * same input gives the same plan.
 */
export function makePlan(input: PlanInput): Plan {
  if (input.undo !== undefined) return makeUndoPlan(input, input.undo);
  const planning = planningOf(input);
  const { isOff } = planning;
  const broken = findTemplateProblems(input.config);
  const issues = isOff ? [] : rememberIssues(planIssues(planning), planning);
  const notices = [
    ...broken,
    ...offNotices(input.config, input.left ?? [], shownIn(input)),
    ...findNotices(planning.files, input.config),
    ...foreignNotices(planning.files, input.config, input.repository.name),
    ...closedNotices(issues, planning),
  ];
  const planned = withWithdrawals(isOff ? [] : planSteps(planning, issues), planning);
  const steps = markConfidential(planned, input);
  const { repository, commit, before, config } = input;
  const confidential = isOff ? [] : findConfidential(input);
  return {
    version: 2,
    repository: repository.name,
    commit,
    webUrl: planning.base.webUrl,
    before,
    approval: findApproval(steps, config),
    steps,
    notices,
    ...(confidential.length === 0 ? {} : { confidential }),
  };
}

/** What is taken back replaces what would be skipped there. */
function withWithdrawals(steps: readonly Step[], planning: Planning): readonly Step[] {
  const withdrawals = [
    ...withdrawIssues(planning),
    ...planInTurn(planning, withdrawComments),
    ...withdrawNotes(planning),
  ];
  const keys = new Set(withdrawals.map(({ key }) => key));
  return [...steps.filter(({ key, action }) => action !== "skip" || !keys.has(key)), ...withdrawals];
}

/** Issues before the comments that link them; labels before the issues that carry them; the agenda's label last. */
function planSteps(planning: Planning, issues: readonly PlannedIssue[]): readonly Step[] {
  const issueSteps = issues.map(({ step }) => step);
  const comments = planComments(planning, issues);
  const read = planning.files.filter(isRead);
  return [
    ...planLabels(issueSteps, planning),
    ...issueSteps,
    ...comments,
    ...planMilestones(planning),
    ...read.flatMap((file) => planAssignments(file, planning)),
    ...planUnlabels(comments, planning),
  ];
}

/** What is gone first: what a comment says that will be deleted is news elsewhere. */
function planComments(planning: Planning, issues: readonly PlannedIssue[]): readonly CommentStep[] {
  const isOn = ({ path }: MinutesChange): boolean => configFor(planning.input.config, path).comments.enabled;
  return planInTurn(
    planning,
    (file, then) => (isOn(file) ? planGoneComments(file, then) : []),
    (file, then) => (isRead(file) && isOn(file) ? planFileComments(file, then, issues) : []),
  );
}

type PlanFile = (file: MinutesChange, planning: Planning) => readonly CommentStep[];

/** File by file, in the order of the meetings: a later one may be added to what an earlier one posts. */
function planInTurn(planning: Planning, ...passes: readonly PlanFile[]): readonly CommentStep[] {
  const planned = new PlannedComments();
  const then: Planning = { ...planning, commentsOn: planned.on };
  const files = planning.files.toSorted(byDay);
  const steps = passes.flatMap((planFile) =>
    files.flatMap((file) => {
      const own = planFile(file, then);
      planned.add(own);
      return own;
    }),
  );
  return oneStepEach(steps);
}

function byDay(one: MinutesChange, other: MinutesChange): number {
  return (one.meeting?.date ?? "").localeCompare(other.meeting?.date ?? "");
}

function planFileComments(
  file: ReadFile,
  planning: Planning,
  issues: readonly PlannedIssue[],
): readonly CommentStep[] {
  const gathered = gatherMeeting(file.meeting, issues);
  return mentionedIssues(file, planning).flatMap((issue) => planComment(file, issue, gathered, planning));
}
