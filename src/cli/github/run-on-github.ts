import { commandLineError } from "../../messages/command-line-errors.ts";
import type { Head } from "../../github/port.ts";
import { type PushOutcome, type PushRunner, type Ready, runPush } from "../../pipeline/run-push.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { CliError } from "../errors.ts";
import type { Location } from "./locate.ts";
import { wrongConfiguration } from "./read-configuration.ts";

/** An outcome with a plan. */
export type Planned = PushOutcome & Ready;

/**
 * Plans minutes as they are at the head of the repository's default branch, and applies the plan if the runner
 * decides so.
 *
 * @throws CliError where there is nothing to plan
 */
export async function runOnGitHub(
  tools: PipelineTools,
  { repository, paths }: Location,
  runner: Pick<PushRunner, "decide" | "apply">,
): Promise<Planned> {
  const head = await tools.github.readHead(repository);
  const outcome = await runPush(tools, head, { kind: "standing", paths }, { ...runner, retry: "by-hand" });
  if ("plan" in outcome) return outcome;
  throw noPlan(outcome, head);
}

function noPlan(outcome: Exclude<PushOutcome, Ready>, head: Head): CliError {
  if (outcome.kind === "misconfigured") return wrongConfiguration(head, outcome.problems);
  if (outcome.kind !== "no-minutes")
    return new CliError(commandLineError("empty-repository", { repository: head.name }));
  const commit = outcome.commit.slice(0, 7);
  return new CliError(commandLineError("no-minutes-on-github", { repository: head.name, commit }));
}
