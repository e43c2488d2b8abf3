import type { ApplyResult } from "../../github/apply/result.ts";
import type { Changes, Head } from "../../github/port.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import { applyPush } from "../../pipeline/apply-push.ts";
import type { Since } from "../../pipeline/plan-push.ts";
import { reportOutcome } from "../../pipeline/report/outcome.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import { type Decision, type PushOutcome, type Ready, runPush } from "../../pipeline/run-push.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import type { Plan } from "../../plan/plan.ts";
import { pathsOf } from "../../plan/planning.ts";
import { changesOf } from "../../plan/step-actions.ts";
import type { Job, JobOf } from "../../queue/job.ts";
import { isForImplied, startOf } from "../../queue/job-facts.ts";
import type { Queue } from "../../queue/queue.ts";
import { hashOffer, judge } from "./approval.ts";
import type { Confirmations } from "./confirmations.ts";
import { readJobHead } from "./job-head.ts";
import { assertNewer, begin, findRange, finish, isFinished, keepBaseline, type JobRange } from "./range.ts";
import { forgetRest, keepRest } from "./rest.ts";
import { StepsLeftError } from "./steps-left.ts";
import { finishWithdrawals } from "./finish-withdrawals.ts";

interface Tools extends PipelineTools {
  readonly queue: Queue;
  readonly confirmations: Confirmations;
}

/** A job under way: the head of its repository, and from where it is brought there. */
interface Task {
  readonly job: Job;
  readonly head: Head;
  readonly range: JobRange;
}

/**
 * Brings a repository of minutes from the commit that was applied last to the head of its default branch, and reports
 * on a check run. Throws where something should be tried again.
 */
export async function runPushJob(tools: Tools, job: Job): Promise<void> {
  const { ledger, log } = tools;
  if (await wasReached(tools, job)) {
    log.info(
      { commit: job.cause === "catch-up" ? job.data.seen : undefined },
      "Nothing new: the head was applied meanwhile",
    );
    return;
  }
  const head = await readJobHead(tools, job);
  if (head === null) return;
  if (head.isFork) {
    log.info({ commit: head.commit }, "Nothing is posted from a fork");
    return;
  }
  const range = await findRange(tools, head, job);
  if (range === null) {
    log.info({ commit: head.commit }, "Nothing new: the head was applied already");
    return finishWithdrawals(tools, head);
  }
  if (isLook(job) && (await ledger.findTooMuch(head.name.toLowerCase())) === range.commit) {
    log.info({ commit: range.commit }, "No plan can be made for the head: it is already reported");
    return;
  }
  const task = { job, head, range };
  const changes = await readChanges(tools, task);
  const unfinished = await readUnfinished(tools, task);
  const work = { kind: "changes", range, changes, unfinished, implied: isForImplied(job) } as const;
  const outcome = await runPush(tools, head, work, {
    retry: "by-itself",
    decide: (ready) => decide(tools, task, ready),
    apply: (ready) => apply(tools, ready),
  });
  return conclude(tools, task, outcome, changes);
}

/** An approved plan is applied by a job of its own, which remembers the approval until all of it is done. */
async function decide(tools: Tools, { job, head, range }: Task, ready: Ready): Promise<Decision> {
  const verdict = await judge(tools, ready, head, job);
  if (verdict.kind !== "approved") return verdict;
  if (verdict.job.data.approved?.isPart === true) await keepRest(tools.ledger, head.name, range.commit);
  // Kept before anything is posted: once a plan is half applied, it is no longer the one that was approved.
  await tools.queue.add(verdict.job);
  const by = verdict.job.data.by;
  tools.log.info({ commit: range.commit, by }, "The plan is what was approved");
  return { kind: "stop" };
}

async function apply(tools: Tools, { plan, input, range }: Ready): Promise<ApplyResult> {
  const { ledger } = tools;
  const source = plan.repository.toLowerCase();
  if (changesOf(plan).length > 0) await begin(ledger, source, range.commit, input.files.flatMap(pathsOf));
  return applyPush(tools, plan);
}

/** Reports what became of a job, and writes down up to where the repository is applied. */
async function conclude(tools: Tools, task: Task, outcome: PushOutcome, changes: Changes): Promise<void> {
  const { ledger, log } = tools;
  const { job, head, range } = task;
  const source = head.name.toLowerCase();
  const { commit } = range;
  switch (outcome.kind) {
    case "misconfigured":
      log.warn({ commit, problems: outcome.problems }, "The configuration cannot be used");
      await keepBaseline(ledger, source, range);
      return touchesText(changes) ? report(tools, task, outcome) : undefined;
    case "no-minutes":
      log.info({ commit, mode: outcome.mode }, "The push touches no minutes");
      await report(tools, task, outcome);
      return finish(ledger, source, range);
    case "waiting": {
      const { reason } = outcome.plan.approval;
      log.info({ commit, reason: reason?.code, answers: outcome.answers }, "The plan waits for approval");
      await keepBaseline(ledger, source, range);
      return report(tools, task, outcome);
    }
    case "applied":
      await concludeApplied(tools, task, outcome);
      return queueIfMoved(tools, outcome.plan, head, job);
    default:
      return;
  }
}

/** Throws where something is left, so that the queue runs the job again. */
async function concludeApplied(
  tools: Tools,
  task: Task,
  outcome: Extract<PushOutcome, { readonly kind: "applied" }>,
): Promise<void> {
  const { left, retryAfterSeconds, offered } = outcome;
  const source = task.head.name.toLowerCase();
  if (left.length > 0 || outcome.isPart) await keepBaseline(tools.ledger, source, task.range);
  if (outcome.isPart) return concludePart(tools, task, outcome);
  try {
    await report(tools, task, outcome, await hashOffer(tools, outcome, task.head));
  } catch (error) {
    // With the steps that are left, the report comes again too.
    if (left.length === 0) throw error;
  }
  if (left.length > 0) throw new StepsLeftError(left, retryAfterSeconds);
  // Before the head moves: what GitHub was too busy for comes with the next attempt of the whole.
  if (offered.transient !== null) throw offered.transient;
  await finish(tools.ledger, source, task.range);
  // An older push that somebody processes again says nothing of what waits since.
  if (task.range.advances) await forgetRest(tools.ledger, source);
}

/** What was approved is posted, and reported; a job of its own shows what waits on. */
async function concludePart(
  tools: Tools,
  task: Task,
  outcome: Extract<PushOutcome, { readonly kind: "applied" }>,
): Promise<void> {
  const { job, range } = task;
  const { left, retryAfterSeconds, offered } = outcome;
  if (left.length > 0) throw new StepsLeftError(left, retryAfterSeconds);
  if (offered.transient !== null) throw offered.transient;
  await report(tools, task, outcome);
  const before = startOf(job);
  const data = {
    ...(before === undefined ? {} : { before }),
    commit: range.commit,
    button: "retry",
  } as const;
  await tools.queue.add({ ...job, cause: "retry", deliveryId: null, data });
}

async function report(
  tools: Tools,
  { job, head }: Task,
  outcome: PushOutcome,
  offer?: string,
): Promise<void> {
  const run = reportOutcome(outcome, { retry: "by-itself", isImplied: isForImplied(job), offer });
  if (run !== null) await writeReport(tools, head.name, run);
}

/** Whether another job has applied the head since it was seen, so that GitHub need not be asked for it again. */
async function wasReached({ ledger }: Tools, job: Job): Promise<boolean> {
  const source = job.repository.toLowerCase();
  if (!isLook(job) || job.data.seen === undefined) return false;
  const { seen } = job.data;
  return (await ledger.findHead(source)) === seen && isFinished(ledger, source, seen);
}

/** Whether no person asked for it: the app looks by itself at heads that it knows. */
function isLook(job: Job): job is JobOf<"catch-up"> {
  return job.cause === "catch-up" && typeof job.data.before === "string";
}

/** None, where the branch was set back to what was applied last. */
async function readChanges({ github, confirmations }: Tools, { job, head, range }: Task): Promise<Changes> {
  if (range.before === range.commit) return { files: [], before: "compared" };
  const changes = await github.readChanges(head.name, range);
  assertNewer(confirmations, head, { changes, range, job });
  return changes;
}

/** What changed since each commit at which a job broke off. */
async function readUnfinished(
  { github, confirmations }: Tools,
  { job, head, range }: Task,
): Promise<readonly Since[]> {
  const unfinished: Since[] = [];
  for (const { commit, touched } of range.unfinished) {
    const since = { before: commit, commit: range.commit };
    const changes = await github.readChanges(head.name, since);
    assertNewer(confirmations, head, { changes, range: { ...range, ...since }, job });
    unfinished.push({ ...changes, commit, touched });
  }
  return unfinished;
}

/**
 * Checks whether the head is still the one that was read, and else queues a job. Somebody may have set the branch back,
 * and its webhook may be late or lost: what was posted would be of minutes that are in no commit.
 */
async function queueIfMoved(
  { github, log, queue }: Tools,
  plan: Plan,
  head: Head,
  { installationId }: Job,
): Promise<void> {
  if (changesOf(plan).length === 0) return;
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
