import type { About, Action, Meeting, Reference } from "../../minutes/meeting.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import { taskOf } from "../issues/task.ts";
import type { IssueStep } from "../plan.ts";
import { isMoreSecret } from "../policy/consent.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";
import type { CommentAction, CommentContent } from "./content.ts";

/** Gathers what a meeting says about one issue. */
export function contentOf(
  meeting: Meeting,
  { state: target, thread }: { readonly state: KnownRepository; readonly thread: KnownThread },
  references: readonly Reference[],
  issues: readonly PlannedIssue[],
): CommentContent {
  const names = new Set(references.map((reference) => reference.target.toLowerCase()));
  const isAbout = (finding: { readonly about: About }): boolean =>
    finding.about.references.some((name) => names.has(name.toLowerCase()));
  return {
    meeting,
    target,
    title: thread.title,
    references,
    decisions: meeting.decisions.filter((one) => one.explicit && one.same === null && isAbout(one)),
    actions: [
      ...plannedActions(meeting, target, issues, isAbout),
      ...otherActions(meeting, issues, isAbout),
    ].toSorted((one, other) => one.line - other.line),
  };
}

type IsAbout = (finding: { readonly about: About }) => boolean;

/**
 * Actions that have an issue, or a step that says why not. An issue that fewer people can read than the comment is not
 * spoken of there.
 */
function plannedActions(
  meeting: Meeting,
  target: KnownRepository,
  issues: readonly PlannedIssue[],
  isAbout: IsAbout,
): CommentAction[] {
  return issues.flatMap(({ step, told, visibility }) => {
    const isShown = visibility !== null && !isMoreSecret(visibility, target.visibility);
    return told
      .filter(({ file, action, again }) => file.meeting === meeting && [action, ...again].some(isAbout))
      .map(({ action, done }) => commentAction(action, done, isShown ? step : null));
  });
}

/** Actions that the plan has no step for: where issues are switched off. */
function otherActions(meeting: Meeting, issues: readonly PlannedIssue[], isAbout: IsAbout): CommentAction[] {
  const planned = new Set(
    issues.flatMap(({ told }) => told.flatMap(({ action, again }) => [action, ...again])),
  );
  return meeting.actions
    .filter((action) => !planned.has(action) && !action.implied && action.same === null && isAbout(action))
    .map((action) => commentAction(action, action.done, null));
}

function commentAction(action: Action, done: boolean, step: IssueStep | null): CommentAction {
  const issue = step === null || step.action === "skip" ? null : step;
  return {
    title: issue === null || issue.title === "" ? taskOf(action) : issue.title,
    owners: action.owners,
    due: action.due,
    done,
    line: action.line,
    key: issue?.key ?? null,
    url: issue?.url ?? null,
  };
}
