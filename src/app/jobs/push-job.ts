import type { Config } from "../../config/config.ts";
import { applyPlan } from "../../github/apply/apply-plan.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { Changes, Head } from "../../github/port.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Job } from "../../queue/queue.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { findMinutes } from "../../pipeline/minutes-changes.ts";
import { preparePlan, type Prepared } from "../../pipeline/prepare.ts";
import { reportApplied } from "../../pipeline/report/applied.ts";
import { reportConfiguration } from "../../pipeline/report/configuration.ts";
import { reportWaiting } from "../../pipeline/report/waiting.ts";
import { writeBack } from "../../pipeline/write-back/write-back.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import { logResult } from "../../pipeline/log-result.ts";
import { findRange, keepBaseline, type JobRange } from "./range.ts";
import { StepsLeftError } from "./steps-left.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";

/**
 * Brings a repository of minutes from the commit that was applied last to the head of its default branch, and reports on
 * a check run. Throws where something should be tried again.
 */
export async function runPushJob(tools: PipelineTools, job: Job): Promise<void> {
  const { github, ledger, log } = tools;
  const head = await github.readHead(job.repository);
  const minutes = head.name.toLowerCase();
  const range = await findRange(ledger, head, job);
  if (range === null) {
    log.info({ commit: head.commit }, "Nothing new: the head was applied already");
    return;
  }
  const changes = await github.readChanges(head.name, range);
  const { config, problems } = configurationOf(head);
  if (config === null) {
    log.warn({ commit: range.head, problems }, "The configuration cannot be used");
    if (touchesText(changes)) await writeReport(tools, head.name, reportConfiguration(range.head, problems));
    await keepBaseline(ledger, minutes, range);
    return;
  }
  const prepared = await planChanges(tools, job, { head, range, changes, config });
  if (prepared === null) {
    log.info({ commit: range.head, mode: config.mode }, "The push touches no minutes");
    const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
    if (touched) await writeReport(tools, head.name, reportConfiguration(range.head, []));
    if (range.advances) await ledger.saveHead(minutes, range.head);
    return;
  }
  const { plan } = prepared;
  if (waits(plan, job)) {
    log.info({ commit: range.head, reason: plan.approval.reason }, "The plan waits for approval");
    await writeReport(tools, head.name, reportWaiting(plan));
    await keepBaseline(ledger, minutes, range);
    return;
  }
  await applyAndReport(tools, prepared, head, range);
}

/** Without this, minutes of years could be posted at once. */
const BASE_GONE =
  "The commit that was applied last is not there any more, so nobody can tell which of these minutes are old.";

interface Found {
  readonly head: Head;
  readonly range: JobRange;
  readonly changes: Changes;
  readonly config: Config;
}

/** null: no minutes are touched, or the team has switched Minutebook off. */
async function planChanges(
  tools: PipelineTools,
  job: Job,
  { head, range, changes, config }: Found,
): Promise<Prepared | null> {
  const moves = config.mode === "off" ? [] : findMinutes(config, changes.files);
  if (moves.length === 0) return null;
  const { github, ledger, hostAliases } = tools;
  const isBaseGone = changes.before === "gone";
  const prepared = await preparePlan(github, ledger, {
    head,
    config: job.data.button === "implied" ? withImplied(config) : config,
    range: isBaseGone ? { ...range, before: null } : range,
    moves,
    hostAliases,
  });
  if (!isBaseGone) return prepared;
  return { ...prepared, plan: { ...prepared.plan, approval: { needed: true, reason: BASE_GONE } } };
}

/** Somebody pressed the button that opens actions which no mark names. */
function withImplied(config: Config): Config {
  return { ...config, actions: { ...config.actions, implied: true } };
}

/** Whether a person has to say yes first. A plan that would write nothing waits for nobody. */
function waits({ approval, steps }: Plan, { cause }: Job): boolean {
  const writes = steps.some(({ action }) => action !== "keep" && action !== "skip");
  return approval.needed && cause !== "approval" && writes;
}

async function applyAndReport(
  tools: PipelineTools,
  { plan, input }: Prepared,
  head: Head,
  range: JobRange,
): Promise<void> {
  const { ledger, log } = tools;
  const minutes = plan.repository.toLowerCase();
  const onResult = (result: StepResult) => {
    logResult(log, result);
    tools.countStep?.(result.step.kind, result.step.action, result.outcome);
  };
  const result = await applyPlan(plan, { ...tools, onResult });
  await writeReport(tools, plan.repository, reportApplied(plan, result.steps));
  const left = result.steps.filter((step) => step.outcome === "failed" && step.transient);
  if (left.length > 0) {
    await keepBaseline(ledger, minutes, range);
    throw new StepsLeftError(left, result.retryAfterSeconds);
  }
  if (range.advances) await ledger.saveHead(minutes, range.head);
  const { config, snapshot, files } = input;
  if (config.actions.writeBack === "off") return;
  const meetings = files.flatMap(({ meeting }) => meeting ?? []);
  await writeBack(tools, { head, range, config, meetings, snapshot, results: result.steps });
}

/** Whether the push may be about minutes; which files are, nobody can tell without a configuration. */
function touchesText({ files }: Changes): boolean {
  return files.some(({ path }) => path === CONFIGURATION_PATH || /\.(?:md|markdown)$/i.test(path));
}
