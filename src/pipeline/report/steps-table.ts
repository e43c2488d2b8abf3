import type { StepResult } from "../../github/apply/result.ts";
import { fileLink, lineLink } from "../../plan/links.ts";
import {
  EMPTY,
  folded,
  type Markdown,
  markdownLink,
  markdownTable,
  markdownText,
  md,
  paragraphs,
  raw,
} from "../../plan/media/markdown.ts";
import type { IssueStep, Plan, Step } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { isChange, STEP_ACTIONS } from "../../plan/step-actions.ts";
import { describeAssignees } from "../../plan/text/describe-step.ts";
import { countWords, type OutcomeWord } from "./counts.ts";
import type { Retry } from "./retry.ts";

/** Rows of a table are cut there: a check run holds no more than 65,535 characters. */
export const MAX_ROWS = 200;

const HEAD = [md`Action`, md`Target`, md`Minutes`, md`Reason`];

/** What a table is of: the plan whose minutes its rows link. */
export type TableOf = Pick<Plan, "repository" | "commit" | "webUrl">;

/**
 * A plan's steps: those that change something as a table, the others folded below it.
 *
 * @param isNumbered - Whether the rows have the numbers by which they can be approved.
 */
export function stepsTable(steps: readonly Step[], plan: TableOf, isNumbered = false): Markdown {
  const row = (step: Step): readonly Markdown[] => [
    md`${step.action}`,
    whatOf(step),
    placeOf(step, plan),
    markdownText(step.reason.text),
  ];
  const changes = steps.filter(isChange).map(row);
  const others = steps.filter((step) => !isChange(step));
  const table = isNumbered
    ? markdownTable(
        [md`No.`, ...HEAD],
        changes.map((cells, index) => [md`${index + 1}`, ...cells]),
        MAX_ROWS,
      )
    : markdownTable(HEAD, changes, MAX_ROWS);
  const rest = markdownTable(HEAD, others.map(row), MAX_ROWS);
  return paragraphs(table, others.length === 0 ? EMPTY : folded(countSteps({ steps: others }), rest));
}

/** What became of each step; what was left as it was, folded. */
export function resultsTable(
  results: readonly StepResult[],
  plan: TableOf,
  retry: Retry = "by-itself",
): Markdown {
  const row = ({ step, outcome, cause, url, dropped, transient }: StepResult): readonly Markdown[] => {
    const left = dropped.length === 0 ? "" : ` GitHub ignored: ${dropped.join(", ")}.`;
    const later = transient && retry === "by-itself" ? " Minutebook will try again." : "";
    return [
      md`${describeOutcome({ step, outcome })}`,
      whatOf(step, url),
      placeOf(step, plan),
      md`${(cause ?? step.reason).text}${left}${later}`,
    ];
  };
  const others = results.filter(isUntouched);
  const changes = results.filter((result) => !isUntouched(result));
  const table = markdownTable(HEAD, changes.map(row), MAX_ROWS);
  const rest = markdownTable(HEAD, others.map(row), MAX_ROWS);
  const title = countWords(others.map(describeOutcome));
  return paragraphs(table, title === null ? EMPTY : folded(title, rest));
}

function isUntouched({ outcome }: StepResult): boolean {
  return outcome === "kept" || outcome === "skipped";
}

/** The line of the minutes that a step comes from: `meetings/2026-01-12.md:14`. */
function placeOf({ origin }: Step, { repository, commit, webUrl }: TableOf): Markdown {
  if (origin === null) return EMPTY;
  const { path, line } = origin;
  const text = line === null ? path : `${path}:${line}`;
  if (webUrl === undefined) return markdownText(text);
  const base = { webUrl, repository, commit };
  return markdownLink(text, line === null ? fileLink(base, path) : lineLink(base, path, line));
}

/** `created`, `unchanged`, `failed`: what became of a step, in a word. */
export function describeOutcome({ step, outcome }: Pick<StepResult, "step" | "outcome">): OutcomeWord {
  if (outcome === "done") return STEP_ACTIONS[step.action].done;
  return outcome === "kept" ? "unchanged" : outcome;
}

/** An issue, its assignees, and how their logins are known. */
function issueOf(step: IssueStep, url: string | null): Markdown {
  const link = markdownLink(`issue in ${step.repository}: ${step.title}`, url);
  return step.known === undefined ? link : md`${raw(link)}, ${describeAssignees(step)}`;
}

function whatOf(step: Step, url: string | null = null): Markdown {
  switch (step.kind) {
    case "comment": {
      const { repository, number } = step.target;
      return markdownLink(`comment on ${repository}#${number}`, url ?? step.commentUrl ?? step.target.url);
    }
    case "issue":
      return issueOf(step, url ?? step.url);
    case "milestone":
      return markdownLink(`note on milestone ${step.title} of ${step.repository}`, url ?? step.url);
    case "assign-milestone":
      return md`milestone ${step.milestone.title} of ${step.repository}#${step.number}`;
    case "label":
      return md`label ${step.name} in ${step.repository}`;
    case "unlabel":
      return md`label ${step.label} of ${step.repository}#${step.number}`;
  }
}
