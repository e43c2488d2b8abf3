import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { dayIn } from "../../config/time-zone.ts";
import { assumedSnapshot } from "../../plan/assumed-snapshot.ts";
import { makePlan, snapshotRequest } from "../../plan/make-plan.ts";
import type { Plan } from "../../plan/plan.ts";
import type { RenderPlanOptions } from "../../plan/render-plan.ts";
import { type BudgetOptions, budgetOf, planWithin } from "../budget.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { locate } from "../github/locate.ts";
import { createConfigFinder } from "../input/find-config.ts";
import type { Io } from "../io.ts";
import { findCommit } from "./find-commit.ts";
import { gatherMinutes } from "./gather-minutes.ts";
import { offlineNotes } from "./offline-notes.ts";
import { showPlan } from "./show-plan.ts";
import { printableJson } from "../../plan/media/json.ts";
import { printable } from "../../plan/media/terminal.ts";

export interface PlanOptions extends BudgetOptions {
  readonly bodies: boolean;
  /** Compare with GitHub; else no network is used. */
  readonly github: boolean;
  /** Where to keep the plan, which GitHub was asked for. */
  readonly out?: string;
  readonly format: "text" | "json";
  readonly config?: string;
  readonly repository?: string;
}

/**
 * Prints the plan for minutes as they are on disk. A file that cannot be read is reported on standard error and is in
 * the plan as a notice; the rest is planned anyway.
 *
 * @returns The exit code.
 */
export async function runPlan(paths: readonly string[], options: PlanOptions, io: Io): Promise<number> {
  if (options.github) return planWithGitHub(paths, options, io);
  const budget = budgetOf(options, io);
  const { project, repository, files } = await gatherMinutes(
    paths,
    createConfigFinder(options, io),
    io,
    budget,
  );
  for (const { path, problem } of files) {
    if (problem !== null)
      io.err(`${io.errColors.red("error:")} ${printable(path)}: ${printable(problem.text)}\n`);
  }
  const { config } = project;
  const commit = findCommit(project.root) ?? "HEAD";
  const plan = planWithin(budget, () => {
    const today = dayIn(config.timeZone, io.now());
    const request = snapshotRequest({ repository, config, files, today });
    return makePlan({
      today,
      repository: { name: repository, visibility: "public", defaultBranch: "main" },
      commit,
      before: null,
      config,
      files,
      snapshot: assumedSnapshot(request, { config, repository }),
    });
  });
  await print(plan, options, io);
  for (const note of offlineNotes(plan, config, files))
    io.err(`${io.errColors.yellow("note:")} ${printable(note)}\n`);
  return files.some(({ problem }) => problem !== null) ? exitCodes.input : exitCodes.ok;
}

/** The true difference: what the app would do now for minutes as they are on GitHub. */
async function planWithGitHub(paths: readonly string[], options: PlanOptions, io: Io): Promise<number> {
  const { connect } = await import("../github/connect.ts");
  const { planOnGitHub } = await import("../github/plan-on-github.ts");
  const { createChanges } = await import("./changes.ts");
  const location = locate(paths, options.repository, io);
  const { plan, input } = await planOnGitHub(await connect(io), budgetOf(options, io), location);
  if (options.out !== undefined) await savePlan(resolve(io.cwd, options.out), plan);
  await print(plan, options, io, createChanges(plan, input.snapshot, io.colors));
  return exitCodes.ok;
}

async function savePlan(file: string, plan: Plan): Promise<void> {
  try {
    await writeFile(file, `${printableJson(plan, 2)}\n`);
  } catch (error) {
    throw new CliError(commandLineError("plan-not-written", { file, reason: errorText(error) }));
  }
}

async function print(
  plan: Plan,
  options: PlanOptions,
  io: Io,
  changes?: RenderPlanOptions["changes"],
): Promise<void> {
  if (options.format === "json") io.out(`${printableJson(plan)}\n`);
  else io.out(await showPlan(plan, io, { bodies: options.bodies, ...(changes && { changes }) }));
}
