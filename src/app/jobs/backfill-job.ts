import type { Config } from "../../config/config.ts";
import type { Head } from "../../github/port.ts";
import { applyFile, countChanges, planFile } from "../../pipeline/backfill/apply-file.ts";
import { findFiles } from "../../pipeline/backfill/find-files.ts";
import { parseFrom, StartError } from "../../pipeline/backfill/from.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { reportBackfill } from "../../pipeline/report/backfill.ts";
import { reportConfiguration } from "../../pipeline/report/configuration.ts";
import { shownResults } from "../../pipeline/report/shown.ts";
import { writeReport } from "../../pipeline/report/write-report.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import type { Job, Queue } from "../../queue/queue.ts";
import { type BackfillProgress, readProgress, toJob } from "../backfill/request.ts";
import { enter } from "./hand-on.ts";
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
export async function runBackfillJob(tools: Tools, job: Job): Promise<void> {
  const head = await enter(tools, job);
  if (head === null) return;
  const { commit } = head;
  const { config, problems } = await configurationOf(tools, head);
  if (commit === null) return tools.log.info({}, "A backfill has nothing to do: the repository is empty");
  if (config === null) return writeReport(tools, head.name, reportConfiguration(commit, problems));
  const progress = readProgress(job);
  const report = (sums: BackfillProgress, end: string | null) =>
    writeReport(tools, head.name, reportBackfill(commit, sums, end));
  if (head.isFork) return report(progress, "Nothing is posted from a fork.");
  if (config.mode === "off") return report(progress, "`mode: off` has switched Minutebook off.");
  try {
    const files = progress.files ?? (await look(tools, { head, commit, config }, progress));
    const next = await work(tools, { head, commit, config }, { ...progress, files });
    tools.log.info(
      { done: next.done, left: next.files.length, changes: next.changes, failed: next.failed },
      "A part of a backfill is done",
    );
    if (next.files.length === 0) return report(next, null);
    if (next.isOver) return report(next, `The limit of changes is reached before \`${next.files[0]}\`.`);
    const { isOver: _, ...rest } = next;
    await tools.queue.add(toJob(job, { ...rest, part: progress.part + 1 }));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return report(progress, error.message);
  }
}

interface Place {
  readonly head: Head;
  readonly commit: string;
  readonly config: Config;
}

async function look(tools: Tools, place: Place, { request }: BackfillProgress): Promise<string[]> {
  const from = request.from === null ? null : parseFrom(request.from);
  const { files, left } = await findFiles(tools, { ...place, from, order: request.order });
  for (const { path, reason } of left) tools.log.info({ path, reason }, "A backfill leaves minutes out");
  return files.map(({ path }) => path);
}

type Part = BackfillProgress & { readonly files: string[]; readonly isOver: boolean };

/** Works until the time is over, the limit is reached or nothing is left. */
async function work(
  tools: Tools,
  place: Place,
  progress: BackfillProgress & { files: string[] },
): Promise<Part> {
  const end = tools.now() + PART_MS;
  let { done, changes, hidden, failed, failures } = progress;
  const files = [...progress.files];
  let isOver = false;
  for (let path = files[0]; path !== undefined && tools.now() < end; path = files[0]) {
    tools.signal.throwIfAborted();
    const plan = await planFile(tools, { ...place, path });
    isOver = changes + countChanges(plan) > (progress.request.limit ?? Number.POSITIVE_INFINITY);
    if (isOver) break;
    const outcome = await applyFile(tools, plan);
    if (outcome.left.length > 0) throw new StepsLeftError(outcome.left, outcome.retryAfterSeconds);
    const told = shownResults(outcome.refused).map(
      ({ step, cause }) => `${path}: ${describeStep(step)}: ${cause}`,
    );
    files.shift();
    done += 1;
    changes += outcome.done.length;
    hidden += outcome.done.length - shownResults(outcome.done).length;
    failed += told.length;
    failures = [...failures, ...told].slice(0, SHOWN);
  }
  return { ...progress, files, done, changes, hidden, failed, failures, isOver };
}
