import { defaultConfig } from "../../config/defaults.ts";
import type { Head } from "../../github/port.ts";
import { applyPush } from "../../pipeline/apply-push.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { reportUndone, reportUndoPlan } from "../../pipeline/report/undone.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { planUndo } from "../../pipeline/undo/plan-undo.ts";
import { findPushPaths } from "../../pipeline/undo/push-paths.ts";
import type { UndoScope } from "../../plan/undo/scope.ts";
import type { JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import { readJobHead } from "./job-head.ts";
import { StepsLeftError } from "./steps-left.ts";

/**
 * Plans to take back what was posted, or does so, and reports on a check run: that of the push whose button was
 * pressed, or one of its own. Throws where it should be done again: what is taken back by then is remembered.
 */
export async function runUndoJob(
  tools: PipelineTools & { readonly queue: Queue },
  job: JobOf<"undo">,
): Promise<void> {
  const head = await readJobHead(tools, job);
  if (head === null) return;
  // A configuration that is wrong must not keep anything from being taken back.
  const { config } = await configurationOf(tools, head);
  const scope = await findScope(tools, head, job);
  const prepared = await planUndo(tools, { head, config: config ?? defaultConfig, scope });
  if (prepared === null) return tools.log.info({}, "There is nothing to take back: the repository is empty");
  const { plan } = prepared;
  if (job.data.isPlan === true) return writeReport(tools, head.name, reportUndoPlan(plan, scope));
  const { steps: results, retryAfterSeconds } = await applyPush(tools, plan);
  const { by, commit, before } = job.data;
  tools.log.info({ by, commit, steps: plan.steps.length }, "Took back what was posted");
  const push = commit === undefined ? null : { commit, ...(before === undefined ? {} : { before }) };
  await writeReport(tools, head.name, reportUndone(plan, results, push));
  const left = results.filter(({ outcome, transient }) => outcome === "failed" && transient);
  if (left.length > 0) throw new StepsLeftError(left, retryAfterSeconds);
}

/** Of a push, only what it changed: a backfill may have posted other minutes for the same commit. */
async function findScope({ github }: PipelineTools, head: Head, { data }: JobOf<"undo">): Promise<UndoScope> {
  const { commit, before, undo } = data;
  if (commit === undefined) return undo;
  const paths = await findPushPaths(github, head, {
    commit,
    ...(before === undefined ? {} : { before }),
  });
  return { ...undo, paths };
}
