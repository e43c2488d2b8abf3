import { isSameName } from "../../config/names.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";
import type { Snapshot } from "../../plan/snapshot.ts";
import type { MinutesEdit } from "./edit-minutes.ts";

/**
 * What the minutes of a meeting should say about the issues of their actions: which issue it is, and that it is done
 * where a person closed it as completed.
 *
 * @param home - Where a bare `#12` of this file belongs.
 */
export function findEdits(
  meeting: Meeting,
  results: readonly StepResult[],
  snapshot: Snapshot,
  home: RepositoryName | null,
): readonly MinutesEdit[] {
  return results.flatMap(({ step, url }): MinutesEdit[] => {
    if (step.kind !== "issue" || step.origin?.path !== meeting.path) return [];
    const { line } = step.origin;
    const action = meeting.actions.find((one) => one.line === line && one.same === null);
    const number = step.number ?? numberOf(url);
    if (action === undefined || number === null) return [];
    const isHome = home !== null && isSameName(home, step.repository);
    const link = isHome ? `#${number}` : `${step.repository}#${number}`;
    return [
      {
        line: action.endLine,
        number,
        link,
        done: !action.done && isCompleted(snapshot, step.repository, number),
      },
    ];
  });
}

function isCompleted(snapshot: Snapshot, repository: RepositoryName, number: number): boolean {
  const state = snapshot.repositories[repository.toLowerCase()];
  const issue = state?.known ? state.actionIssues.find((one) => one.number === number) : undefined;
  return (
    issue?.state === "closed" && issue.stateReason !== "not_planned" && issue.stateReason !== "duplicate"
  );
}

function numberOf(url: string | null): number | null {
  const digits = /\/issues\/(\d+)$/.exec(url ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
