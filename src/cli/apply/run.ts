import { resolve } from "node:path";
import { errorText } from "../../messages/coded-error.ts";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { StepResult } from "../../github/apply/result.ts";
import type { Applied, Ready } from "../../pipeline/run-push.ts";
import { isOfferedBack, type Offer } from "../../pipeline/write-back/write-back.ts";
import { printableJson } from "../../plan/media/json.ts";
import { printable } from "../../plan/media/terminal.ts";
import type { Plan } from "../../plan/plan.ts";
import { changesOf } from "../../plan/step-actions.ts";
import { budgetOf } from "../budget.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { connect } from "../github/connect.ts";
import { locate } from "../github/locate.ts";
import { toolsOnGitHub } from "../github/plan-on-github.ts";
import { type Planned, runOnGitHub } from "../github/run-on-github.ts";
import type { Io } from "../io.ts";
import { noLink } from "../links.ts";
import { createChanges } from "../plan/changes.ts";
import { showPlan } from "../plan/show-plan.ts";
import { postPlan } from "./post-plan.ts";
import { assertCurrent, pathsOf, readPlan } from "./read-plan.ts";

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
  const kept = await readKept(paths, options, io);
  const location =
    kept === null
      ? locate(paths.length === 0 ? ["."] : paths, options.repository, io)
      : { repository: kept.plan.repository, paths: pathsOf(kept.plan) };
  const stop = new AbortController();
  const tools = toolsOnGitHub(github, budgetOf({}, io), stop.signal);
  const outcome = await runOnGitHub(tools, location, {
    decide: async (ready) => {
      if (kept !== null) assertCurrent(kept.file, kept.plan, ready.plan);
      return (await isWanted(ready, options, people)) ? { kind: "apply" } : { kind: "stop" };
    },
    apply: ({ plan }) => postPlan(tools, plan, stop, people),
  });
  const { results, offered } = outcome.kind === "applied" ? outcome : NOTHING;
  for (const offer of offered.offers) people.out(describeOffer(offer, people));
  if (options.json) io.out(`${printableJson(toDocument(outcome.plan, results, offered.offers))}\n`);
  return conclude({ outcome, results, offers: offered.offers, isStopped: stop.signal.aborted }, io);
}

const NOTHING: Pick<Applied, "results" | "offered"> = {
  results: [],
  offered: { offers: [], transient: null },
};

/** The plan that was kept. null: none is named. */
async function readKept(
  paths: readonly string[],
  options: ApplyOptions,
  io: Io,
): Promise<{ readonly file: string; readonly plan: Plan } | null> {
  if (options.plan === undefined) return null;
  if (paths.length > 0) throw new CliError(commandLineError("plan-and-paths"), exitCodes.usage);
  return { file: options.plan, plan: await readPlan(resolve(io.cwd, options.plan)) };
}

/** Shows the plan and asks. Without a change, nothing is asked; `--yes` alone offers links to the minutes then. */
async function isWanted({ plan, input }: Ready, { yes }: ApplyOptions, io: Io): Promise<boolean> {
  io.out(await showPlan(plan, io, { changes: createChanges(plan, input.snapshot, io.colors) }));
  const count = changesOf(plan).length;
  const offers = isOfferedBack(input.config, null);
  if (count === 0) return yes && offers;
  const what = count === 1 ? "this change" : `these ${count} changes`;
  const also = offers ? ", and pull requests to the minutes" : "";
  if (yes || (await io.confirm(`Make ${what}${also}?`))) return true;
  io.err("Nothing was done. To skip the question, add --yes.\n");
  return false;
}

/** The pull request to one file of minutes, in a line. */
function describeOffer({ path, url, error }: Offer, { colors }: Io): string {
  const what = `pull request to ${printable(path)}`;
  return error === null
    ? `${colors.green("done   ")} ${what}${colors.dim(` ${printable(url ?? "")}`)}\n`
    : `${colors.red("failed ")} ${what}${colors.dim(` ${printable(errorText(error))}`)}\n`;
}

interface End {
  readonly outcome: Planned;
  readonly results: readonly StepResult[];
  readonly offers: readonly Offer[];
  /** Whether the user pressed Ctrl-C. */
  readonly isStopped: boolean;
}

function conclude({ outcome, results, offers, isStopped }: End, io: Io): ExitCode {
  const { plan, input } = outcome;
  const count = changesOf(plan).length;
  const failed = results.filter((result) => result.outcome === "failed").length;
  if (failed > 0 && isStopped)
    io.err(`Stopped with ${failed} of ${count} left. Run it again for the rest; nothing is posted twice.\n`);
  else if (failed > 0)
    io.err(`${io.errColors.red("error:")} ${commandLineError("changes-left", { failed, count }).text}\n`);
  else if (!isOfferedBack(input.config, null) || isOffered(offers, isStopped)) return exitCodes.ok;
  else io.err(`${commandLineError("pull-requests-left").text}\n`);
  return isStopped ? exitCodes.interrupted : exitCodes.gitHub;
}

function isOffered(offers: readonly Offer[], isStopped: boolean): boolean {
  return !isStopped && offers.every(({ error }) => error === null);
}

function toDocument(plan: Plan, results: readonly StepResult[], offers: readonly Offer[]): object {
  return {
    plan,
    results: results.map(({ step, outcome, cause, url, dropped }) => {
      return { key: step.key, kind: step.kind, action: step.action, outcome, cause, url, dropped };
    }),
    pullRequests: offers.map(({ path, url, error }) => {
      return { path, url, cause: error === null ? null : errorText(error) };
    }),
  };
}
