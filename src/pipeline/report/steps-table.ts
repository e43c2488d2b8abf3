import type { StepResult } from "../../github/apply/result.ts";
import {
  type Markdown,
  markdownLink,
  markdownTable,
  markdownText,
  md,
  raw,
} from "../../plan/media/markdown.ts";
import type { IssueStep, Step } from "../../plan/plan.ts";
import { STEP_ACTIONS } from "../../plan/step-actions.ts";
import { describeAssignees } from "../../plan/text/describe-step.ts";
import type { OutcomeWord } from "./counts.ts";
import type { Retry } from "./retry.ts";

/** Rows of a table are cut there: a check run holds no more than 65,535 characters. */
export const MAX_ROWS = 200;

const HEAD = [md`Action`, md`Target`, md`Reason`];

/** A plan's steps as a table, those that are kept or skipped too. */
export function stepsTable(steps: readonly Step[]): Markdown {
  const rows = steps.map((step) => [md`${step.action}`, whatOf(step), markdownText(step.reason.text)]);
  return markdownTable(HEAD, rows, MAX_ROWS);
}

/** What became of each step. */
export function resultsTable(results: readonly StepResult[], retry: Retry = "by-itself"): Markdown {
  const rows = results.map(({ step, outcome, cause, url, dropped, transient }) => {
    const word = describeOutcome({ step, outcome });
    const left = dropped.length === 0 ? "" : ` GitHub ignored: ${dropped.join(", ")}.`;
    const later = transient && retry === "by-itself" ? " Minutebook will try again." : "";
    return [md`${word}`, whatOf(step, url), md`${(cause ?? step.reason).text}${left}${later}`];
  });
  return markdownTable(HEAD, rows, MAX_ROWS);
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
