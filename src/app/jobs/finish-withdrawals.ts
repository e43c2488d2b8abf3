import { applyPush } from "../../pipeline/apply-push.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { toMilestone } from "../../pipeline/known-minutes.ts";
import { findPending } from "../../pipeline/posted-for.ts";
import { preparePlan } from "../../pipeline/prepare.ts";
import { reportApplied } from "../../pipeline/report/applied.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Head } from "../../github/port.ts";
import { pathsOfEntries } from "../../plan/milestones/entry.ts";
import { changesOf } from "../../plan/step-actions.ts";
import { StepsLeftError } from "./steps-left.ts";

/**
 * Withdraws posts that could not be withdrawn when the minutes lost them, because their repository was archived or out
 * of reach. Posts nothing new.
 */
export async function finishWithdrawals(tools: PipelineTools, head: Head): Promise<void> {
  const { ledger, log } = tools;
  const pending = await findPending(ledger, head.name);
  if (pending.length === 0 || head.commit === null) return;
  const { config } = await configurationOf(tools, head);
  if (config === null) return;
  const paths = new Set(pending.flatMap(({ path }) => path ?? []));
  for (const path of await findNoted(tools, head, pending)) paths.add(path);
  if (paths.size === 0) return;
  const range = { before: null, commit: head.commit };
  const moves = [...paths].map((path) => ({ now: path, before: null }));
  const { plan } = await preparePlan(tools, { head, config, range, moves, mayBeGone: true });
  const keys = new Set(pending.map(({ key }) => key));
  const steps = changesOf(plan).filter(({ key, action }) => keys.has(key) && action !== "create");
  log.info({ pending: keys.size, steps: steps.length }, "Looked for what is still to be taken back");
  if (steps.length === 0) return;
  const due = { ...plan, steps, notices: [] };
  const { steps: results, retryAfterSeconds } = await applyPush(tools, due);
  await writeReport(tools, head.name, reportApplied(due, results));
  const left = results.filter(({ outcome, transient }) => outcome === "failed" && transient);
  if (left.length > 0) throw new StepsLeftError(left, retryAfterSeconds);
}

/** The minutes that notes on milestones still list: their keys do not say it. */
async function findNoted(
  { github }: PipelineTools,
  head: Head,
  pending: readonly { readonly key: string }[],
): Promise<readonly string[]> {
  const notes = pending.flatMap(({ key }) => toMilestone(head.name, key));
  const milestones = await github.readMilestones([...new Set(notes.map(({ repository }) => repository))]);
  return Object.values(milestones)
    .flat()
    .flatMap(({ description }) => pathsOfEntries(description, head));
}
