import { applyPlan } from "../../github/apply/apply-plan.ts";
import type { ApplyResult, StepResult } from "../../github/apply/result.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { printable } from "../../plan/media/terminal.ts";
import type { Plan } from "../../plan/plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import type { Io } from "../io.ts";
import type { Link } from "../links.ts";
import { startProgress } from "./progress.ts";

/** Does what a plan says, and tells each step. Ctrl-C finishes the current step. */
export async function postPlan(
  tools: PipelineTools,
  plan: Plan,
  stop: AbortController,
  io: Io,
): Promise<ApplyResult> {
  const progress = await startProgress(plan, io);
  const link = await io.links();
  // From here on: before, Ctrl-C ends the process at once.
  const interrupted = io.interrupted();
  const end = () => {
    io.err("\nStopping after this step. Press Ctrl-C again to stop at once.\n");
    stop.abort(interrupted.reason);
  };
  if (interrupted.aborted) end();
  else interrupted.addEventListener("abort", end);
  try {
    return await applyPlan(plan, {
      ...tools,
      onResult: (result) => progress.advance(result, describeResult(result, stop.signal, { ...io, link })),
    });
  } finally {
    progress.end();
  }
}

function describeResult(
  result: StepResult,
  signal: AbortSignal,
  { colors, link }: Io & { readonly link: Link },
): string {
  const { step, outcome, cause, url, transient, dropped } = result;
  if (outcome === "kept" || !isChange(step)) return "";
  // What Ctrl-C left is only counted.
  if (outcome === "failed" && transient && signal.aborted) return "";
  const mark = {
    done: colors.green("done   "),
    skipped: colors.dim("skipped"),
    failed: colors.red("failed "),
  }[outcome];
  const name = printable(describeStep(step));
  const what = link(name, url);
  const address = what === name ? url : null;
  const left = dropped.length === 0 ? null : `GitHub ignored: ${dropped.join(", ")}`;
  const rest = [address, cause?.text ?? null, left]
    .filter((text) => text !== null)
    .map((text) => ` ${printable(text)}`);
  return `${mark} ${what}${rest.length === 0 ? "" : colors.dim(rest.join(""))}\n`;
}
