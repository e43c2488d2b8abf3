import { isFileProblem } from "../../messages/reasons/file-problems.ts";
import type { Config } from "../../config/config.ts";
import type { Head } from "../../github/port.ts";
import { applyFile, countChanges, type FileOutcome, planFile } from "../../pipeline/backfill/apply-file.ts";
import { findFiles } from "../../pipeline/backfill/find-files.ts";
import { parseFrom, StartError } from "../../pipeline/backfill/from.ts";
import { configurationHash } from "../../pipeline/approval-hash.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { reportBackfill } from "../../pipeline/report/backfill.ts";
import { reportConfiguration } from "../../pipeline/report/configuration.ts";
import { shownResults } from "../../pipeline/report/shown.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { PlanningError } from "../../pipeline/workers/run-planning.ts";
import type { Plan } from "../../plan/plan.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import type { JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import type { BackfillProgress } from "../../queue/job-data.ts";
import { toJob } from "../backfill/request.ts";
import { readJobHead } from "./job-head.ts";
import { begin } from "./range.ts";
import { StepsLeftError } from "./steps-left.ts";

interface Tools extends PipelineTools {
  readonly queue: Queue;
  /** In milliseconds. */
  readonly now: () => number;
}

/** After this long the next part has to wait in line: pushes of the same repository come in between. */
const PART_MS = 60_000;

/** Failures that are kept to be shown. */
const SHOWN = 50;

/**
 * Does a part of a backfill and adds the next one to the queue; the last one reports on a check run. Throws where the
 * part should be done again: what it had posted already is known by then.
 */
export async function runBackfillJob(tools: Tools, job: JobOf<"backfill">): Promise<void> {
  const head = await readJobHead(tools, job);
  if (head === null) return;
  const { commit } = head;
  const { config, problems } = await configurationOf(tools, head);
  if (commit === null) return tools.log.info({}, "A backfill has nothing to do: the repository is empty");
  if (config === null) return writeReport(tools, head.name, reportConfiguration(commit, problems));
  const progress = job.data.backfill;
  const report = (sums: BackfillProgress, end: string | null) =>
    writeReport(tools, head.name, reportBackfill(commit, sums, end));
  if (head.isFork) return report(progress, "Nothing is posted from a fork.");
  if (config.mode === "off") return report(progress, "`mode: off` has switched Minutebook off.");
  const start = progress.start ?? { commit, configuration: configurationHash(head) };
  const refusal = config.mode === "review" ? await reviewRefusal(tools, head, start) : null;
  if (refusal !== null) return report(progress, refusal);
  try {
    const place = { head, commit, config };
    const found = progress.files === null ? await look(tools, place, progress) : progress;
    // A branch that is set back before its push is received must not leave what is posted here.
    if ((await tools.ledger.findHead(head.name)) !== commit)
      await begin(tools.ledger, head.name, commit, found.files ?? []);
    const next = await work(tools, place, found);
    tools.log.info(
      { done: next.done, left: next.files.length, changes: next.changes, failed: next.failed },
      "A part of a backfill is done",
    );
    if (next.files.length === 0) return report(next, null);
    if (next.isOver) return report(next, `The limit of changes is reached before ${next.files[0]}.`);
    const { isOver: _, ...rest } = next;
    await tools.queue.add(toJob(job, { ...rest, start, part: progress.part + 1 }));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return report(progress, error.message);
  }
}

/**
 * Why a backfill may not go on where each plan waits for a person: whoever started it said yes to the minutes as they
 * were, and to no push that waits. null: it may.
 */
async function reviewRefusal(
  { ledger }: Tools,
  head: Head,
  start: NonNullable<BackfillProgress["start"]>,
): Promise<string | null> {
  const applied = await ledger.findHead(head.name);
  if (applied !== null && applied !== head.commit)
    return "the last push waits for approval, or is not applied yet. Start it again after that.";
  return head.commit === start.commit && configurationHash(head) === start.configuration
    ? null
    : "the minutes or their configuration changed since it was started. Start it again for the rest.";
}

const NOTHING: FileOutcome = { done: [], refused: [], left: [], retryAfterSeconds: null };

interface Place {
  readonly head: Head;
  readonly commit: string;
  readonly config: Config;
}

/** Finds the files. Those that went over their budget count as failed, so that they are reported. */
async function look(tools: Tools, place: Place, progress: BackfillProgress): Promise<BackfillProgress> {
  const { from, order } = progress.request;
  const found = await findFiles(tools, { ...place, order, from: from === null ? null : parseFrom(from) });
  for (const { path, reason } of found.left)
    tools.log.info({ path, reason }, "A backfill leaves minutes out");
  const problems = found.left.flatMap(({ path, reason, isOverBudget }) =>
    isOverBudget ? [`${path}: ${reason}; not processed`] : [],
  );
  const files = found.files.map(({ path }) => path);
  return { ...progress, files, failed: problems.length, failures: problems.slice(0, SHOWN) };
}

/** One file's plan. null, with what to tell: it takes more than a plan may. */
async function tryToPlan(
  tools: Tools,
  place: Place & { readonly path: string },
): Promise<{ readonly plan: Plan | null; readonly problems: readonly string[] }> {
  try {
    const plan = await planFile(tools, place);
    const unread = plan.notices.filter(({ code }) => isFileProblem(code));
    return { plan, problems: unread.map(({ path, text }) => `${path}: ${text}`) };
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    return { plan: null, problems: [`${place.path}: ${error.message}`] };
  }
}

type Part = Omit<BackfillProgress, "files"> & { readonly files: readonly string[]; readonly isOver: boolean };

/** Works until the time is over, the limit is reached or nothing is left. */
async function work(tools: Tools, place: Place, progress: BackfillProgress): Promise<Part> {
  const end = tools.now() + PART_MS;
  let { done, changes, hidden, failed, failures } = progress;
  const files = [...(progress.files ?? [])];
  let isOver = false;
  for (let path = files[0]; path !== undefined && tools.now() < end; path = files[0]) {
    tools.signal.throwIfAborted();
    const { plan, problems: unread } = await tryToPlan(tools, { ...place, path });
    const count = plan === null ? 0 : countChanges(plan);
    isOver = changes + count > (progress.request.limit ?? Number.POSITIVE_INFINITY);
    if (isOver) break;
    const outcome = plan === null ? NOTHING : await applyFile(tools, plan);
    if (outcome.left.length > 0) throw new StepsLeftError(outcome.left, outcome.retryAfterSeconds);
    const refused = shownResults(outcome.refused).map(
      ({ step, cause }) => `${path}: ${describeStep(step)}: ${cause?.text ?? ""}`,
    );
    const problems = [...unread, ...refused];
    files.shift();
    done += 1;
    changes += outcome.done.length;
    hidden += outcome.done.length - shownResults(outcome.done).length;
    failed += problems.length;
    failures = [...failures, ...problems].slice(0, SHOWN);
  }
  return { ...progress, files, done, changes, hidden, failed, failures, isOver };
}
