import type { StepResult } from "../../github/apply/result.ts";
import type { Step } from "../../plan/plan.ts";
import type { Retry } from "./retry.ts";

/** Rows of a table are cut there: a check run holds no more than 65,535 characters. */
export const MAX_ROWS = 200;

/** A plan's steps as a table. Steps that were planned to be left alone are told too. */
export function stepsTable(steps: readonly Step[]): string {
  const rows = steps.map((step) => [step.action, whatOf(step), escapeMarkdown(step.reason)]);
  return table(["Step", "What", "Why"], rows);
}

/** What became of each step. */
export function resultsTable(results: readonly StepResult[], retry: Retry = "by-itself"): string {
  const rows = results.map(({ step, outcome, cause, url, dropped, transient }) => {
    const told = describeOutcome({ step, outcome });
    const left = dropped.length === 0 ? "" : ` GitHub left out: ${dropped.join(", ")}.`;
    const later = transient && retry === "by-itself" ? " It will be tried again." : "";
    return [told, whatOf(step, url), escapeMarkdown(`${cause ?? step.reason}${left}${later}`)];
  });
  return table(["Step", "What", "Why"], rows);
}

/** `created`, `kept`, `failed`: what became of a step, in a word. */
export function describeOutcome({ step, outcome }: Pick<StepResult, "step" | "outcome">): string {
  return outcome === "done" ? DONE[step.action] : outcome;
}

const DONE: Readonly<Record<Step["action"], string>> = {
  create: "created",
  update: "updated",
  keep: "kept",
  close: "closed",
  reopen: "reopened",
  delete: "deleted",
  skip: "skipped",
};

function whatOf(step: Step, url: string | null = null): string {
  switch (step.kind) {
    case "comment": {
      const { repository, number } = step.target;
      return link(`comment on ${repository}#${number}`, url ?? step.commentUrl ?? step.target.url);
    }
    case "issue":
      return link(`issue in ${step.repository}: ${step.title}`, url ?? step.url);
    case "milestone":
      return link(`note on milestone ${step.title} of ${step.repository}`, url ?? step.url);
    case "assign-milestone":
      return `milestone ${escapeMarkdown(step.milestone.title)} of ${step.repository}#${step.number}`;
    case "label":
      return `label ${escapeMarkdown(step.name)} in ${step.repository}`;
    case "unlabel":
      return `label ${escapeMarkdown(step.label)} of ${step.repository}#${step.number}`;
  }
}

function link(text: string, url: string | null): string {
  return url === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [head, head.map(() => "---"), ...rows.slice(0, MAX_ROWS)].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : "";
  return `${lines.join("\n")}${more}`;
}

/** Titles and reasons may hold anything that people write; a table's cell and a mention must not break out of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/([@#])(?=\w)/g, "$1\u200B");
}
