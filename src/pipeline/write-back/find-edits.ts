import { isSameName } from "../../config/names.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";
import { isMoreSecret } from "../../plan/targets/consent.ts";
import type { Snapshot, Visibility } from "../../plan/snapshot.ts";
import type { MinutesEdit } from "./edit-minutes.ts";

/** What is known besides the minutes themselves. */
export interface EditContext {
  /** Where a bare `#12` of this file belongs. */
  readonly home: RepositoryName | null;
  readonly visibility: Visibility;
  readonly results: readonly Pick<StepResult, "step" | "url">[];
  readonly repositories: Snapshot["repositories"];
}

/**
 * What the minutes of a meeting should say about the issues of their actions: which issue it is, and that it is done
 * where a person closed it as completed. Issues in a place that fewer people can see than the minutes are left out.
 */
export function findEdits(
  meeting: Meeting,
  { home, visibility, results, repositories }: EditContext,
): readonly MinutesEdit[] {
  return results.flatMap(({ step, url }): MinutesEdit[] => {
    if (step.kind !== "issue" || step.origin?.path !== meeting.path) return [];
    const { line } = step.origin;
    const action = meeting.actions.find((one) => one.line === line && one.same === null);
    const number = step.number ?? numberOf(url);
    const state = repositories[step.repository.toLowerCase()];
    if (number === null || action === undefined || state === undefined || !state.known) return [];
    if (isMoreSecret(state.visibility, visibility)) return [];
    const issue = state.actionIssues.find((one) => one.number === number);
    const isCompleted =
      issue?.state === "closed" && issue.stateReason === "completed" && issue.closedBy !== "us";
    const isHome = home !== null && isSameName(home, step.repository);
    return [
      {
        line: action.line,
        endLine: action.endLine,
        words: action.text,
        number,
        link: isHome ? `#${number}` : `${step.repository}#${number}`,
        done: isCompleted && !action.done,
      },
    ];
  });
}

function numberOf(url: string | null): number | null {
  const digits = /\/issues\/(\d+)$/.exec(url ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
