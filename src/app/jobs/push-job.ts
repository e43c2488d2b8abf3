import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { Changes, Head } from "../../github/port.ts";
import type { Job, Queue } from "../../queue/queue.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { applyPush, offerBack } from "../../pipeline/apply-push.ts";
import { planPush, type Since } from "../../pipeline/plan-push.ts";
import { writesOf } from "../../plan/plan-hash.ts";
import type { Plan } from "../../plan/plan.ts";
import { pathsOf } from "../../plan/planning.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { reportApplied } from "../../pipeline/report/applied.ts";
import { reportConfiguration } from "../../pipeline/report/configuration.ts";
import { reportWaiting } from "../../pipeline/report/waiting.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import { hashFor } from "../../pipeline/approval-hash.ts";
import { hashOffer, judge } from "./approval.ts";
import { enter } from "./hand-on.ts";
import type { Doubts } from "./doubts.ts";
import { assertNewer, begin, findRange, finish, keepBaseline, type JobRange } from "./range.ts";
import { StepsLeftError } from "./steps-left.ts";
import { takeBackLater } from "./take-back-later.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";

interface Tools extends PipelineTools {
  readonly queue: Queue;
  readonly doubts: Doubts;
}

/**
 * Brings a repository of minutes from the commit that was applied last to the head of its default branch, and reports on
 * a check run. Throws where something should be tried again.
 */
export async function runPushJob(tools: Tools, job: Job): Promise<void> {
  const { github, ledger, log } = tools;
  const head = await enter(tools, job);
  if (head === null) return;
  if (head.isFork) {
    log.info({ commit: head.commit }, "Nothing is posted from a fork");
    return;
  }
  const minutes = head.name.toLowerCase();
  const range = await findRange(tools, head, job);
  if (range === null) {
    log.info({ commit: head.commit }, "Nothing new: the head was applied already");
    return takeBackLater(tools, head);
  }
  if (isLook(job) && (await ledger.findTooMuch(minutes)) === range.head) {
    log.info({ commit: range.head }, "No plan can be made for the head: it is told already");
    return;
  }
  const changes = await readChanges(tools, head, range);
  assertNewer(tools.doubts, head, { changes, range, job });
  const unfinished: Since[] = [];
  for (const { commit, touched } of range.unfinished) {
    const since = await github.readChanges(head.name, { before: commit, head: range.head });
    assertNewer(tools.doubts, head, { changes: since, range: { ...range, before: commit }, job });
    unfinished.push({ ...since, commit, touched });
  }
  const { config, problems } = await configurationOf(tools, head);
  if (config === null) {
    log.warn({ commit: range.head, problems }, "The configuration cannot be used");
    await keepBaseline(ledger, minutes, range);
    if (touchesText(changes)) await writeReport(tools, head.name, reportConfiguration(range.head, problems));
    return;
  }
  const implied = job.data.button === "implied";
  const pushed = { head, range, changes, unfinished, config, implied };
  const prepared = await planPush(tools, pushed).catch((error: unknown) => {
    if (error instanceof PlanningError) error.head = { minutes, commit: range.head };
    throw error;
  });
  if (prepared === null) {
    log.info({ commit: range.head, mode: config.mode }, "The push touches no minutes");
    const touched = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
    if (touched) await writeReport(tools, head.name, reportConfiguration(range.head, []));
    return finish(ledger, minutes, range);
  }
  const verdict = await judge(tools, prepared, head, job);
  if (verdict.kind === "apply") {
    await applyAndReport(tools, prepared, head, range);
    return lookAgain(tools, prepared.plan, head, job);
  }
  if (verdict.kind === "approved") {
    // Kept before anything is posted: of a plan that is half done nobody could tell any more that it is this one.
    await tools.queue.add(verdict.job);
    log.info({ commit: range.head, by: job.data.by }, "The plan is what was approved");
    return;
  }
  const { plan } = prepared;
  const { isChanged } = verdict;
  log.info(
    { commit: range.head, reason: plan.approval.reason?.code, isChanged },
    "The plan waits for approval",
  );
  await keepBaseline(ledger, minutes, range);
  await writeReport(
    tools,
    head.name,
    reportWaiting(plan, { hash: hashFor(plan, head), isImplied: implied, isChanged }),
  );
}

async function applyAndReport(
  tools: PipelineTools,
  prepared: Prepared,
  head: Head,
  range: JobRange,
): Promise<void> {
  const { ledger } = tools;
  const { plan, input } = prepared;
  const minutes = plan.repository.toLowerCase();
  if (writesOf(plan).length > 0) await begin(ledger, minutes, range.head, input.files.flatMap(pathsOf));
  const { steps: results, retryAfterSeconds } = await applyPush(tools, plan);
  const left = results.filter((step) => step.outcome === "failed" && step.transient);
  if (left.length > 0) await keepBaseline(ledger, minutes, range);
  try {
    const report = reportApplied(plan, results, "by-itself", await hashOffer(tools, prepared, head));
    await writeReport(tools, plan.repository, report);
  } catch (error) {
    // With the steps that are left, the report comes again too.
    if (left.length === 0) throw error;
  }
  if (left.length > 0) throw new StepsLeftError(left, retryAfterSeconds);
  // Before the head moves: what GitHub was too busy for comes with the next try of the whole.
  await offerBack(tools, prepared, { head, range, results });
  await finish(ledger, minutes, range);
}

/** Whether nobody asked for it: the app looks by itself at heads that it knows. */
function isLook({ cause, data }: Job): boolean {
  return cause === "catch-up" && typeof data.before === "string";
}

/** Of a branch that was set back to what was applied last, none. */
async function readChanges({ github }: Tools, { name }: Head, range: JobRange): Promise<Changes> {
  return range.before === range.head ? { files: [], before: "compared" } : github.readChanges(name, range);
}

/**
 * Looks whether the head is still the one that was read. Somebody may have set the branch back meanwhile, and its webhook may
 * be late or lost: what was posted would be of minutes that are in no commit.
 */
async function lookAgain(
  { github, log, queue }: Tools,
  plan: Plan,
  head: Head,
  { installationId }: Job,
): Promise<void> {
  if (writesOf(plan).length === 0) return;
  const { name, id } = head;
  const commit = await github.readTip(name, head.defaultBranch);
  if (commit === null || commit === plan.commit) return;
  log.info({ head: commit, applied: plan.commit }, "The head moved meanwhile");
  const data = { before: plan.commit };
  const next = { installationId, repository: name, repositoryId: id, deliveryId: null, data } as const;
  await queue.add({ ...next, cause: "catch-up" });
}

/** Whether the push may be about minutes; which files are, nobody can tell without a configuration. */
function touchesText({ files }: Changes): boolean {
  return files.some(({ path }) => path === CONFIGURATION_PATH || /\.(?:md|markdown)$/i.test(path));
}
