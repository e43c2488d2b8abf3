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
import { writeReport } from "../report/write-report.ts";
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
    if (touchesText(changes))
      await writeReport(tools, head.name, reportConfiguration(range.head, reading.problems));
    log.warn({ commit: range.head, problems: reading.problems }, "The configuration cannot be used");
    await keepBaseline(tools, minutes, range);
    return;
  }
  const { config } = reading;
  const moves = config.mode === "off" ? [] : findMinutes(config, changes.files);
  if (moves.length === 0) {
    const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
    if (touched) await writeReport(tools, head.name, reportConfiguration(range.head, []));
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
    await writeReport(tools, head.name, reportWaiting(plan));
    await keepBaseline(tools, minutes, range);
    return;
  }
  const result = await applyPlan(plan, { ...tools, onResult: (step) => logResult(log, step) });
  await writeReport(tools, head.name, reportApplied(plan, result.steps));
  const left = result.steps.filter((step) => step.outcome === "failed" && step.transient);
  if (left.length > 0) await keepBaseline(tools, minutes, range);
  if (left.length > 0) throw new StepsLeftError(left, result.retryAfterSeconds);
  await ledger.saveHead(minutes, range.head);
}

/** In the ledger, for a repository that was empty. */
const NOTHING = "0".repeat(40);

/** Remembers from where the next push has to start, where nothing was ever applied and this one did not go through. */
async function keepBaseline({ ledger }: JobTools, minutes: string, { before }: Range): Promise<void> {
  if ((await ledger.findHead(minutes)) === null) await ledger.saveHead(minutes, before ?? NOTHING);
}

/** null: there is nothing to be done. */
async function findRange({ ledger }: JobTools, head: Head, job: Job): Promise<Range | null> {
  const applied = await ledger.findHead(head.name.toLowerCase());
  const { before, head: pushed } = job.data;
  const pushedOn = typeof before === "string" ? before : null;
  const base = applied === NOTHING ? null : (applied ?? pushedOn);
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
