import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AnnotationProperties,
  error,
  info,
  notice,
  setFailed,
  setOutput,
  summary,
  warning,
} from "@actions/core";
import type { Annotation } from "../github/check-run.ts";
import type { StepResult } from "../github/apply/result.ts";
import { shownPlan, shownResults } from "../pipeline/report/shown.ts";
import { escapeMarkdown } from "../pipeline/report/steps-table.ts";
import type { Plan, StepAction } from "../plan/plan.ts";
import type { Outcome } from "./outcome.ts";

const ANNOTATE = { failure: error, warning, notice } as const satisfies Record<
  Annotation["level"],
  (message: string, properties: AnnotationProperties) => void
>;

/** GitHub shows no more of a level for a step. */
const SHOWN = 10;

/** Worst first. */
const LEVELS = ["failure", "warning", "notice"] as const satisfies readonly Annotation["level"][];

/** Tells what became of a run: annotations, the job's summary, outputs, and whether it failed. */
export async function tell(whole: Outcome): Promise<void> {
  const outcome = shownOutcome(whole);
  const { report, reason, hints, waiting } = outcome;
  setOutputs(outcome);
  if (report === null) {
    info(reason ?? "There was nothing to do.");
    return;
  }
  for (const level of LEVELS) {
    for (const { path, line, message } of report.annotations.filter((one) => one.level === level)) {
      ANNOTATE[level](message, { file: path, startLine: line, title: "Minutebook" });
    }
  }
  for (const result of outcome.results ?? []) {
    if (result.outcome === "failed") annotateFailure(result);
  }
  const parts = [`## ${report.title}`, report.summary, ...hints, hidden(report.annotations), report.text];
  await writeSummary(parts.filter((part) => part !== "").join("\n\n"));
  info(report.title);
  if (waiting) warning(report.title, { title: "Minutebook" });
  if (report.conclusion === "failure") setFailed([report.title, ...hints.map(plain)].join("\n"));
}

/** Whoever can read the workflow's repository can read its log: nothing of repositories that they may not read is told. */
function shownOutcome({ plan, results, ...rest }: Outcome): Outcome {
  return {
    ...rest,
    plan: plan === null ? null : shownPlan(plan),
    results: results === null ? null : shownResults(results),
  };
}

/** Tells that a run did not come to its end. */
export async function tellBroken(message: string, hints: readonly string[]): Promise<void> {
  await writeSummary(["## Minutebook could not do its work", fenced(message), ...hints].join("\n\n"));
  setFailed([message, ...hints.map(plain)].join("\n"));
}

/** All that should be looked at, where GitHub hides some of it. */
function hidden(annotations: readonly Annotation[]): string {
  const isHidden = LEVELS.some((level) => annotations.filter((one) => one.level === level).length > SHOWN);
  if (!isHidden) return "";
  const lines = annotations.map(
    ({ path, line, message }) => `- ${escapeMarkdown(`${path}:${line}: ${message}`)}`,
  );
  return `<details><summary>To look at: ${annotations.length}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function annotateFailure({ step, cause }: StepResult): void {
  const place = step.origin === null ? {} : { file: step.origin.path, startLine: step.origin.line ?? 1 };
  error(cause ?? step.reason, { ...place, title: `Minutebook: not ${WORDS[step.action]}` });
}

/** A runner that keeps no summary is none of the run's business. */
async function writeSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  await summary.addRaw(markdown, true).write();
}

const WORDS: Readonly<Record<StepAction, string>> = {
  create: "created",
  update: "updated",
  reopen: "reopened",
  close: "closed",
  delete: "deleted",
  keep: "kept",
  skip: "skipped",
};

/** Those of the counts that are outputs. */
const COUNTED = ["created", "updated", "reopened", "closed", "deleted", "kept", "skipped"] as const;

function setOutputs({ plan, results, waiting }: Outcome): void {
  const told =
    results === null ? (plan?.steps ?? []).map(({ action }) => WORDS[action]) : results.map(wordOf);
  for (const word of [...COUNTED, "failed"]) setOutput(word, told.filter((one) => one === word).length);
  setOutput("waiting", waiting);
  setOutput(
    "urls",
    (results ?? []).flatMap(({ outcome, url }) => (outcome === "done" ? (url ?? []) : [])),
  );
  setOutput("plan", plan === null ? "" : savePlan(plan));
}

function wordOf({ step, outcome }: StepResult): string {
  return outcome === "done" ? WORDS[step.action] : outcome;
}

function savePlan(plan: Plan): string {
  const file = join(process.env.RUNNER_TEMP || tmpdir(), "minutebook-plan.json");
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  return file;
}

function fenced(text: string): string {
  return `\`\`\`\`\n${text}\n\`\`\`\``;
}

/** Markdown as it reads in a log. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n/gm, "")
    .replace(/^```$/gm, "")
    .replaceAll("`", "");
}
