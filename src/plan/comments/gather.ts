import type { Meeting, Reference } from "../../minutes/meeting.ts";
import { taskOf } from "../issues/task.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import type { KnownRepository } from "../snapshot.ts";
import type { CommentAction, CommentContent } from "./content.ts";

/** Gathers what a meeting says about one issue. */
export function contentOf(
  meeting: Meeting,
  target: KnownRepository,
  references: readonly Reference[],
  issues: readonly PlannedIssue[],
): CommentContent {
  const names = new Set(references.map((reference) => reference.target.toLowerCase()));
  const isAbout = (finding: { readonly about: { readonly references: readonly string[] } }): boolean =>
    finding.about.references.some((name) => names.has(name.toLowerCase()));
  return {
    meeting,
    target,
    references,
    decisions: meeting.decisions.filter((one) => one.explicit && one.same === null && isAbout(one)),
    actions: meeting.actions
      .filter((action) => !action.implied && action.same === null && isAbout(action))
      .map((action) => commentAction(action, meeting, issues)),
  };
}

function commentAction(
  action: Meeting["actions"][number],
  meeting: Meeting,
  issues: readonly PlannedIssue[],
): CommentAction {
  const { line, owners, due } = action;
  const planned = issues.find(({ told }) =>
    told.some((one) => one.file.meeting === meeting && (one.action === action || one.again.includes(action))),
  );
  const told = planned?.told.find((one) => one.file.meeting === meeting);
  const step = planned?.step;
  const hasIssue = step !== undefined && step.action !== "skip";
  return {
    title: hasIssue && step.title !== "" ? step.title : taskOf(action),
    owners,
    due,
    done: told?.done ?? action.done,
    line,
    key: hasIssue ? step.key : null,
    url: hasIssue ? step.url : null,
  };
}
