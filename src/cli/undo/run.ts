import { commandLineError } from "../../messages/command-line-errors.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { planUndo } from "../../pipeline/undo/plan-undo.ts";
import { printableJson } from "../../plan/media/json.ts";
import type { Plan } from "../../plan/plan.ts";
import { changesOf } from "../../plan/step-actions.ts";
import type { UndoScope } from "../../plan/undo/scope.ts";
import { postPlan } from "../apply/post-plan.ts";
import { budgetOf } from "../budget.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { connect } from "../github/connect.ts";
import { locate } from "../github/locate.ts";
import { toolsOnGitHub } from "../github/plan-on-github.ts";
import { readConfiguration } from "../github/read-configuration.ts";
import type { Io } from "../io.ts";
import { noLink } from "../links.ts";
import { createChanges } from "../plan/changes.ts";
import { showPlan } from "../plan/show-plan.ts";
import { scopeOf, type UndoOptions } from "./options.ts";

/** Plans, asks and takes back. Ctrl-C finishes the current step. */
export async function runUndo(paths: readonly string[], options: UndoOptions, io: Io): Promise<ExitCode> {
  const { repository, paths: inside } = locate(paths, options.repository, io);
  const scope = scopeOf(inside, options);
  if (options.app) return (await import("./ask-app.ts")).askApp(repository, scope, options, io);
  // With --json, standard output is for the document alone.
  const people: Io = options.json
    ? { ...io, out: io.err, colors: io.errColors, links: async () => noLink }
    : io;
  const stop = new AbortController();
  const tools = toolsOnGitHub(await connect(io), budgetOf({}, io), stop.signal);
  const { plan, input } = await planOnGitHub(tools, repository, scope);
  const changes = createChanges(plan, input.snapshot, people.colors);
  people.out(await showPlan(plan, people, { changes }));
  const isWanted = await isToBeDone(plan, options, people);
  const results = isWanted ? (await postPlan(tools, plan, stop, people)).steps : [];
  if (options.json) io.out(`${printableJson(toDocument(plan, results))}\n`);
  return conclude(plan, results, stop.signal.aborted, io);
}

async function planOnGitHub(
  tools: ReturnType<typeof toolsOnGitHub>,
  repository: string,
  scope: UndoScope,
): Promise<Prepared> {
  const head = await tools.github.readHead(repository);
  const config = await readConfiguration(tools, head);
  const prepared = await planUndo(tools, { head, config, scope });
  if (prepared === null) throw new CliError(commandLineError("empty-repository", { repository: head.name }));
  return prepared;
}

/** Without a change, nothing is asked. */
async function isToBeDone(plan: Plan, { dryRun, yes }: UndoOptions, io: Io): Promise<boolean> {
  const count = changesOf(plan).length;
  if (count === 0) {
    io.err("Nothing to take back under this name. What the app posted, it removes itself: add --app.\n");
    return false;
  }
  if (dryRun) return false;
  const what = count === 1 ? "this change" : `these ${count} changes`;
  if (yes || (await io.confirm(`Make ${what}?`))) return true;
  io.err("Nothing was done. To skip the question, add --yes.\n");
  return false;
}

function conclude(
  plan: Plan,
  results: readonly StepResult[],
  isStopped: boolean,
  { err, errColors }: Io,
): ExitCode {
  const count = changesOf(plan).length;
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  if (failed === 0) return isStopped ? exitCodes.interrupted : exitCodes.ok;
  if (isStopped) {
    err(`Stopped with ${failed} of ${count} left. Run it again for the rest.\n`);
    return exitCodes.interrupted;
  }
  err(`${errColors.red("error:")} ${commandLineError("changes-left", { failed, count }).text}\n`);
  return exitCodes.gitHub;
}

function toDocument(plan: Plan, results: readonly StepResult[]): object {
  return {
    plan,
    results: results.map(({ step, outcome, cause, url }) => {
      return { key: step.key, kind: step.kind, action: step.action, outcome, cause, url };
    }),
  };
}
