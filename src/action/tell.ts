import { skippedEvent } from "../messages/skipped-events.ts";
import { counted } from "../messages/message.ts";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import type { Annotation } from "../github/check-run.ts";
import type { StepResult } from "../github/apply/result.ts";
import { shownPlan, shownResults } from "../pipeline/report/shown.ts";
import { codeBlock, EMPTY, folded, join, type Markdown, md, paragraphs } from "../plan/media/markdown.ts";
import type { Plan } from "../plan/plan.ts";
import { STEP_ACTIONS } from "../plan/step-actions.ts";
import type { Outcome } from "./outcome.ts";
import { annotate, fail, output, say, writeSummary } from "./runner.ts";

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
    say((reason ?? skippedEvent("nothing-to-do")).text);
    return;
  }
  for (const level of LEVELS) {
    for (const { path, line, code, message } of report.annotations.filter((one) => one.level === level)) {
      const title = code === undefined ? "Minutebook" : `Minutebook: ${code}`;
      annotate(level, message, { file: path, startLine: line, title });
    }
  }
  for (const result of outcome.results ?? []) {
    if (result.outcome === "failed") annotateFailure(result);
  }
  const { title, summary, annotations, text } = report;
  await writeSummary(paragraphs(md`## ${title}`, summary, ...hints, hidden(annotations), text));
  say(title);
  if (waiting) annotate("warning", title, { title: "Minutebook" });
  if (report.conclusion === "failure") fail([title, ...hints.map(plain)]);
}

/**
 * Whoever can read the workflow's repository can read its log: it shows nothing of repositories that they may not
 * read.
 */
function shownOutcome({ plan, results, ...rest }: Outcome): Outcome {
  return {
    ...rest,
    plan: plan === null ? null : shownPlan(plan),
    results: results === null ? null : shownResults(results),
  };
}

/** Tells that a run did not come to its end. */
export async function tellBroken(message: string, hints: readonly Markdown[]): Promise<void> {
  await writeSummary(paragraphs(md`## Minutebook failed`, codeBlock(message), ...hints));
  fail([message, ...hints.map(plain)]);
}

/** All annotations, where GitHub hides some of them. */
function hidden(annotations: readonly Annotation[]): Markdown {
  const isHidden = LEVELS.some((level) => annotations.filter((one) => one.level === level).length > SHOWN);
  if (!isHidden) return EMPTY;
  const lines = annotations.map(({ path, line, message }) => md`- ${`${path}:${line}: ${message}`}`);
  return folded(counted(annotations.length, "notice"), join(lines, "\n"));
}

function annotateFailure({ step, cause }: StepResult): void {
  const place = step.origin === null ? {} : { file: step.origin.path, startLine: step.origin.line ?? 1 };
  annotate("failure", (cause ?? step.reason).text, {
    ...place,
    title: `Minutebook: not ${STEP_ACTIONS[step.action].done}`,
  });
}

/** Those of the counts that are outputs. */
const COUNTED = ["created", "updated", "reopened", "closed", "deleted", "kept", "skipped"] as const;

function setOutputs({ plan, results, waiting }: Outcome): void {
  const words =
    results === null
      ? (plan?.steps ?? []).map(({ action }) => STEP_ACTIONS[action].done)
      : results.map(wordOf);
  for (const word of [...COUNTED, "failed"]) output(word, words.filter((one) => one === word).length);
  output("waiting", waiting);
  output(
    "urls",
    (results ?? []).flatMap(({ outcome, url }) => (outcome === "done" ? (url ?? []) : [])),
  );
  output("plan", plan === null ? "" : savePlan(plan));
}

function wordOf({ step, outcome }: StepResult): string {
  return outcome === "done" ? STEP_ACTIONS[step.action].done : outcome;
}

function savePlan(plan: Plan): string {
  const file = resolve(process.env.RUNNER_TEMP || tmpdir(), "minutebook-plan.json");
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  return file;
}

/** Markdown as it reads in a log. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n/gm, "")
    .replace(/^```$/gm, "")
    .replaceAll("`", "");
}
