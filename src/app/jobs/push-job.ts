import { defaultConfig } from "../../config/defaults.ts";
import { readConfig, type ConfigReading } from "../../config/read-config.ts";
import { applyPlan } from "../../github/apply/apply-plan.ts";
import type { Changes, Head, Range } from "../../github/port.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { Job } from "../../queue/queue.ts";
import { findMinutes } from "../minutes-changes.ts";
import { preparePlan } from "../prepare.ts";
import { reportApplied } from "../report/applied.ts";
import { reportConfiguration } from "../report/configuration.ts";
import { reportWaiting } from "../report/waiting.ts";
import { logResult } from "./log-result.ts";
import { StepsLeftError } from "./steps-left.ts";
import type { JobTools } from "./tools.ts";

/**
 * Brings a repository of minutes from the commit that was applied last to the head of its default branch, and reports on
 * a check run. Throws where something should be tried again.
 */
export async function runPushJob(tools: JobTools, job: Job): Promise<void> {
  const { github, ledger, log } = tools;
  const head = await github.readHead(job.repository);
  const minutes = head.name.toLowerCase();
  const range = await findRange(tools, head, job);
  if (range === null) {
    log.info({ commit: head.commit }, "Nothing new: the head was applied already");
    return;
  }
  const changes = await github.readChanges(head.name, range);
  const reading = readConfiguration(head);
  if (reading.config === null) {
    if (touchesText(changes)) await report(tools, head, reportConfiguration(range.head, reading.problems));
    log.warn({ commit: range.head, problems: reading.problems }, "The configuration cannot be used");
    return;
  }
  const { config } = reading;
  const moves = config.mode === "off" ? [] : findMinutes(config, changes.files);
  if (moves.length === 0) {
    const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
    if (touched) await report(tools, head, reportConfiguration(range.head, []));
    log.info({ commit: range.head, mode: config.mode }, "The push touches no minutes");
    await ledger.saveHead(minutes, range.head);
    return;
  }
  const plan = await preparePlan(github, ledger, {
    head,
    config,
    range: changes.before === "gone" ? { ...range, before: null } : range,
    moves,
    hostAliases: tools.hostAliases,
  });
  if (plan.approval.needed && job.cause !== "approval") {
    log.info({ commit: range.head, reason: plan.approval.reason }, "The plan waits for approval");
    await report(tools, head, reportWaiting(plan));
    return;
  }
  const result = await applyPlan(plan, { ...tools, onResult: (step) => logResult(log, step) });
  await report(tools, head, reportApplied(plan, result.steps));
  const left = result.steps.filter((step) => step.outcome === "failed" && step.transient);
  if (left.length > 0) throw new StepsLeftError(left, result.retryAfterSeconds);
  await ledger.saveHead(minutes, range.head);
}

/** null: there is nothing to be done. */
async function findRange({ ledger }: JobTools, head: Head, job: Job): Promise<Range | null> {
  const applied = await ledger.findHead(head.name.toLowerCase());
  const { before, head: pushed } = job.data;
  const base = applied ?? (typeof before === "string" ? before : null);
  // Right after a push the branch may still be read as it was. Then the webhook knows better.
  const lags = head.commit === base && before === base && typeof pushed === "string";
  const commit = lags ? pushed : head.commit;
  return commit === null || commit === base ? null : { before: base, head: commit };
}

function readConfiguration(head: Head): ConfigReading {
  const file = head.configuration;
  return file === null ? { config: defaultConfig, problems: [] } : readConfig(file.text, file.path);
}

/** Whether the push may be about minutes; which files are, nobody can tell without a configuration. */
function touchesText({ files }: Changes): boolean {
  return files.some(({ path }) => path === CONFIGURATION_PATH || /\.(?:md|markdown)$/i.test(path));
}

async function report(
  tools: JobTools,
  head: Head,
  run: Parameters<JobTools["github"]["writeCheckRun"]>[1],
): Promise<void> {
  try {
    await tools.github.writeCheckRun(head.name, run);
  } catch (error) {
    // What was posted stands; who looks for the report finds this line.
    tools.log.error(
      { err: error, commit: run.commit, title: run.title },
      "The check run could not be written",
    );
  }
}
