import { isSameName } from "../../config/names.ts";
import { fileRepository } from "../../config/series.ts";
import { writeBackKey } from "../keys.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import type { Told } from "../issues/told.ts";
import type { WriteBack } from "../plan.ts";
import { isMoreSecret } from "../policy/consent.ts";
import type { Planning, ReadFile } from "../planning.ts";
import type { ActionIssueState } from "../snapshot.ts";
import { type DoneSpelling, findDoneSpelling } from "./done-mark.ts";
import { appendToLine, markDone } from "./edit-lines.ts";

/**
 * What a pull request offers to a file of minutes: links to the issues behind its actions, and what people closed as
 * completed marked as done, in the notes' own spelling. Nothing else is changed.
 *
 * @returns null where there is nothing to offer, or the configuration does not ask for it.
 */
export function planWriteBack(
  file: ReadFile,
  issues: readonly PlannedIssue[],
  planning: Planning,
): WriteBack | null {
  const { config, repository } = planning.input;
  if (config.actions.writeBack === "off" || typeof file.source !== "string") return null;
  const lines = file.source.split(/(?<=\n)/);
  const spelling = findDoneSpelling(file.source);
  const changes: { line: number; what: string }[] = [];
  for (const issue of issues) {
    const existing = existingOf(issue, planning);
    const told = issue.told.find((one) => one.file === file);
    if (existing === null || told === undefined || isHidden(issue, planning)) continue;
    changes.push(...writeAction(lines, told, issue, existing, spelling, planning));
  }
  if (changes.length === 0) return null;
  const sorted = changes.toSorted((one, other) => one.line - other.line);
  return {
    key: writeBackKey(repository.name, file.path),
    path: file.path,
    content: lines.join(""),
    changes: sorted,
  };
}

function existingOf({ step }: PlannedIssue, planning: Planning): ActionIssueState | null {
  const consent = planning.consentOf(step.repository);
  if (!consent.allowed || step.number === null) return null;
  return consent.state.actionIssues.find(({ number }) => number === step.number) ?? null;
}

/** A link into a place that fewer people can see than the minutes is not put into them. */
function isHidden({ visibility }: PlannedIssue, { input }: Planning): boolean {
  return visibility === null || isMoreSecret(visibility, input.repository.visibility);
}

function writeAction(
  lines: string[],
  told: Told,
  { step }: PlannedIssue,
  existing: ActionIssueState,
  spelling: DoneSpelling,
  planning: Planning,
): { line: number; what: string }[] {
  const changes: { line: number; what: string }[] = [];
  const { action } = told;
  const isCompleted =
    existing.state === "closed" && existing.stateReason === "completed" && existing.closedBy !== "us";
  if (
    isCompleted &&
    !told.done &&
    edit(lines, action.line, (line) => markDone(line, spelling, action.text))
  ) {
    changes.push({
      line: action.line,
      what: `done: ${step.repository}#${existing.number} was closed as completed`,
    });
  }
  if (!isLinked(told, step.repository, existing.number)) {
    const link = ` ([${shortName(told, step.repository, existing.number, planning)}](${existing.url}))`;
    if (edit(lines, action.endLine, (line) => appendToLine(line, link, action.text))) {
      changes.push({ line: action.endLine, what: `a link to ${step.repository}#${existing.number}` });
    }
  }
  return changes;
}

function edit(lines: string[], line: number, change: (text: string) => string | null): boolean {
  const text = lines[line - 1];
  const changed = text === undefined ? null : change(text);
  if (changed === null || changed === text) return false;
  lines[line - 1] = changed;
  return true;
}

function isLinked({ action, file }: Told, repository: string, number: number): boolean {
  return file.meeting.references.some(
    (reference) =>
      reference.line >= action.line &&
      reference.line <= action.endLine &&
      reference.number === number &&
      isSameName(reference.repository, repository),
  );
}

function shortName({ file }: Told, repository: string, number: number, { input }: Planning): string {
  const own = fileRepository(input.config, file.path, input.repository.name);
  return own !== null && isSameName(own, repository) ? `#${number}` : `${repository}#${number}`;
}
