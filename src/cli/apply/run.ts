import { setTimeout as wait } from "node:timers/promises";
import { applyPlan } from "../../github/apply/apply-plan.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import { renderPlan } from "../../plan/render-plan.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import { exitCodes } from "../exit-codes.ts";
import { connect } from "../github/connect.ts";
import { locate } from "../github/locate.ts";
import { planOnGitHub } from "../github/plan-on-github.ts";
import type { Io } from "../io.ts";
import { createPainter } from "../plan/painter.ts";
import { printable, printableLines } from "../printable.ts";

export interface ApplyOptions {
  readonly yes: boolean;
  readonly repository?: string;
}

/** Plans, asks and posts. Ctrl-C finishes the step in hand. */
export async function runApply(paths: readonly string[], options: ApplyOptions, io: Io): Promise<number> {
  const { repository, paths: wanted } = locate(paths.length === 0 ? ["."] : paths, options.repository, io);
  const github = await connect(io);
  const { plan } = await planOnGitHub(github, repository, wanted);
  io.out(printableLines(renderPlan(plan, { painter: createPainter(io.colors) })));
  const count = plan.steps.filter(({ action }) => action !== "keep" && action !== "skip").length;
  if (count === 0) return exitCodes.ok;
  if (!options.yes && !(await io.confirm(`Do this (${count} ${count === 1 ? "change" : "changes"})?`))) {
    io.err("Nothing was done. --yes does it without asking.\n");
    return exitCodes.ok;
  }
  const { steps } = await applyPlan(plan, {
    github,
    ledger: createMemoryLedger(),
    wait: async (ms) => wait(ms),
    signal: io.interrupted(),
    onResult: (result) => io.out(describeResult(result, io)),
  });
  const failed = steps.filter(({ outcome }) => outcome === "failed").length;
  if (failed === 0) return exitCodes.ok;
  io.err(`${io.errColors.red("error:")} ${failed} of ${count} were not done. Run it again for the rest.\n`);
  return exitCodes.gitHub;
}

function describeResult({ step, outcome, cause, url }: StepResult, { colors }: Io): string {
  if (outcome === "kept" || outcome === "skipped") return "";
  const mark = outcome === "done" ? colors.green("done  ") : colors.red("failed");
  const rest = [url, cause]
    .filter((text) => text !== null)
    .map(printable)
    .join(" ");
  return `${mark} ${printable(describeStep(step))} ${colors.dim(rest)}\n`;
}
