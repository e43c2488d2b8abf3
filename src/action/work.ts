import { skippedEvent } from "../messages/skipped-events.ts";
import { configurationOf } from "../pipeline/configuration.ts";
import type { Config } from "../config/config.ts";
import { CONFIGURATION_PATH } from "../github/read-head.ts";
import type { Head, Range } from "../github/port.ts";
import { findScope } from "../pipeline/find-scope.ts";
import { planPreview } from "../pipeline/preview.ts";
import { planPush } from "../pipeline/plan-push.ts";
import { planStanding } from "../pipeline/plan-standing.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { reportConfiguration } from "../pipeline/report/configuration.ts";
import { reportPreview } from "../pipeline/report/preview.ts";
import type { PipelineTools } from "../pipeline/tools.ts";
import type { Work } from "./decide.ts";
import { nothing, type Outcome, reported } from "./outcome.ts";

/** A plan that is ready to be applied, and to which head it belongs. */
export interface Ready {
  readonly prepared: Prepared;
  readonly head: Head;
  readonly range: Range;
}

/** What a pull request would bring about. Posts nothing. */
export async function preview(
  tools: PipelineTools,
  repository: string,
  { commit, proposers }: Extract<Work, { readonly kind: "preview" }>,
): Promise<Outcome> {
  const scope = await findScope(tools, repository, proposers);
  const found = await planPreview(tools, repository, { commit, scope });
  if (found === null) return nothing(skippedEvent("pull-without-minutes"));
  const { plan, problems } = found;
  return reported(reportPreview(commit, plan, problems, { scope: plan === null ? "all" : scope }), plan);
}

type Standing = Exclude<Work, { readonly kind: "nothing" | "preview" }>;

/** Plans for what is on the default branch, or says why there is nothing to apply. */
export async function planWork(
  tools: PipelineTools,
  repository: string,
  work: Standing,
): Promise<Ready | Outcome> {
  const head = await tools.github.readHead(repository);
  if (head.commit === null) return nothing(skippedEvent("nothing-pushed", { repository: head.name }));
  const { config, problems } = await configurationOf(tools, head);
  if (config === null) return reported(reportConfiguration(head.commit, problems, "by-hand"));
  if (config.mode === "off") return nothing(skippedEvent("turned-off"));
  return work.kind === "range"
    ? planRange(tools, head, config, work)
    : planPaths(tools, head, config, work.paths);
}

async function planPaths(
  tools: PipelineTools,
  head: Head,
  config: Config,
  paths: readonly string[],
): Promise<Ready | Outcome> {
  const prepared = await planStanding(tools, { head, config, paths });
  if (prepared === null) return nothing(skippedEvent("no-such-minutes", { repository: head.name }));
  return { prepared, head, range: { before: null, head: prepared.plan.commit } };
}

async function planRange(
  tools: PipelineTools,
  head: Head,
  config: Config,
  { before, pushed }: Extract<Work, { readonly kind: "range" }>,
): Promise<Ready | Outcome> {
  // Right after a push the branch may still be read as it was. Then the event knows better.
  const commit = head.commit === before && pushed !== null ? pushed : head.commit;
  if (commit === null || commit === before) return nothing(skippedEvent("nothing-new"));
  const range = { before, head: commit };
  const changes = await tools.github.readChanges(head.name, range);
  const prepared = await planPush(tools, { head, range, changes, config, implied: false });
  if (prepared !== null) return { prepared, head, range };
  const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
  return touched ? reported(reportConfiguration(commit, [])) : nothing(skippedEvent("push-without-minutes"));
}
