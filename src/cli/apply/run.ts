import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { applyPlan } from "../../github/apply/apply-plan.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import { budgetOf } from "../budget.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { connect } from "../github/connect.ts";
import { locate } from "../github/locate.ts";
import { planOnGitHub } from "../github/plan-on-github.ts";
import type { GitHub } from "../../github/port.ts";
import type { Io } from "../io.ts";
import { type Link, noLink } from "../links.ts";
import { createChanges } from "../plan/changes.ts";
import { showPlan } from "../plan/show-plan.ts";
import { printable } from "../../plan/media/terminal.ts";
import { isWork, startProgress } from "./progress.ts";
import { assertCurrent, pathsOf, readPlan } from "./read-plan.ts";
import { printableJson } from "../../plan/media/json.ts";

export interface ApplyOptions {
  readonly yes: boolean;
  readonly json: boolean;
  /** A plan that was kept. */
  readonly plan?: string;
  readonly repository?: string;
}

/** Plans, asks and posts. Ctrl-C finishes the current step. */
export async function runApply(paths: readonly string[], options: ApplyOptions, io: Io): Promise<ExitCode> {
  // With --json, standard output is for the document alone.
  const people: Io = options.json
    ? { ...io, out: io.err, colors: io.errColors, links: async () => noLink }
    : io;
  const github = await connect(io);
  const prepared = await prepare(github, paths, options, io);
  const { plan } = prepared;
  people.out(
    await showPlan(plan, people, { changes: createChanges(plan, prepared.input.snapshot, people.colors) }),
  );
  const count = plan.steps.filter(isWork).length;
  const question = `Make ${count === 1 ? "this change" : `these ${count} changes`}?`;
  const isWanted = count === 0 || options.yes || (await io.confirm(question));
  if (!isWanted) io.err("Nothing was done. To skip the question, add --yes.\n");
  const signal = io.interrupted();
  const results = isWanted && count > 0 ? await post(github, prepared, signal, people) : [];
  if (options.json) io.out(`${printableJson({ plan, results: results.map(toRecord) })}\n`);
  return conclude(results, count, signal, io);
}

/** The plan as it is now; where one was kept, that has to be the same. */
async function prepare(
  github: GitHub,
  paths: readonly string[],
  options: ApplyOptions,
  io: Io,
): Promise<Prepared> {
  const budget = budgetOf({}, io);
  if (options.plan === undefined) {
    const { repository, paths: wanted } = locate(paths.length === 0 ? ["."] : paths, options.repository, io);
    return planOnGitHub(github, budget, repository, wanted);
  }
  if (paths.length > 0) throw new CliError(commandLineError("plan-and-paths"), exitCodes.usage);
  const kept = await readPlan(resolve(io.cwd, options.plan));
  const prepared = await planOnGitHub(github, budget, kept.repository, pathsOf(kept));
  assertCurrent(options.plan, kept, prepared.plan);
  return prepared;
}

async function post(
  github: GitHub,
  { plan }: Prepared,
  signal: AbortSignal,
  io: Io,
): Promise<readonly StepResult[]> {
  const progress = await startProgress(plan, io);
  const link = await io.links();
  const note = (): void => io.err("\nStopping after this step. Press Ctrl-C again to stop at once.\n");
  signal.addEventListener("abort", note);
  try {
    const { steps } = await applyPlan(plan, {
      github,
      ledger: createMemoryLedger(),
      wait: async (milliseconds) => wait(milliseconds),
      signal,
      onResult: (result) => progress.advance(result, describeResult(result, signal, { ...io, link })),
    });
    return steps;
  } finally {
    progress.end();
    signal.removeEventListener("abort", note);
  }
}

function describeResult(
  result: StepResult,
  signal: AbortSignal,
  { colors, link }: Io & { readonly link: Link },
): string {
  const { step, outcome, cause, url, transient, dropped } = result;
  if (outcome === "kept" || !isWork(step)) return "";
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

function conclude(results: readonly StepResult[], count: number, signal: AbortSignal, io: Io): ExitCode {
  const failed = results.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return exitCodes.ok;
  if (signal.aborted) {
    io.err(
      `Stopped with ${failed.length} of ${count} left. Run it again for the rest; nothing is posted twice.\n`,
    );
    return exitCodes.interrupted;
  }
  const { text } = commandLineError("changes-left", { failed: failed.length, count });
  io.err(`${io.errColors.red("error:")} ${text}\n`);
  return exitCodes.gitHub;
}

function toRecord({ step, outcome, cause, url, dropped }: StepResult): object {
  return { key: step.key, kind: step.kind, action: step.action, outcome, cause, url, dropped };
}
