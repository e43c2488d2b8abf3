import { setTimeout as wait } from "node:timers/promises";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { BackfillFile } from "../../pipeline/backfill/find-files.ts";
import { counted } from "../../messages/message.ts";
import { errorText } from "../../messages/coded-error.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { printable } from "../../plan/media/terminal.ts";
import { describeTime, type Progress, startProgress, timeLeft } from "./progress.ts";
import type { BackfillOptions } from "./options.ts";
import type { BackfillState } from "./state.ts";
import { type FileTools, type Tried, tryFile } from "./try-file.ts";
import { printableJson } from "../../plan/media/json.ts";

export interface Work extends FileTools {
  readonly state: BackfillState;
  readonly io: Io;
  readonly options: Pick<BackfillOptions, "limit" | "dryRun" | "json">;
  /** Before a file is tried again, in seconds; doubled each time. (Default: 5) */
  readonly firstWaitSeconds?: number;
}

/** What became of one file; printed as it is with `--json`. */
interface Report extends Pick<Tried, "changes" | "plan" | "failed"> {
  readonly type: "file";
  readonly path: string;
  readonly date: string | null;
  readonly outcome: "planned" | "done" | "failed";
}

interface Sums {
  files: number;
  changes: number;
  failed: number;
}

/** Where GitHub breaks down for longer than these take, and nothing is done meanwhile, somebody should have a look. */
const TRIES = 5;

/** Works on files one after the other, and says how far it is. */
export async function work(task: Work, files: readonly BackfillFile[]): Promise<ExitCode> {
  const { io, options, tools } = task;
  const progress = await startProgress(io, files.length, options.dryRun && !options.json);
  const startedAt = Date.now();
  const sums: Sums = { files: 0, changes: 0, failed: 0 };
  let isOver = false;
  try {
    for (const file of files) {
      const budget = options.limit === undefined ? null : options.limit - sums.changes;
      const report = tools.signal.aborted ? null : await workOn(task, file, budget, progress);
      isOver = report === "over-budget";
      if (report === null || report === "over-budget") break;
      sums.files += 1;
      sums.changes += report.changes;
      sums.failed += report.outcome === "failed" ? 1 : 0;
      const left = describeTime(timeLeft(Date.now() - startedAt, sums.files, files.length));
      reportFile(task, progress, report, `[${sums.files}/${files.length}, ${left} left]`);
      progress.advance({ ...sums, left, now: file.path });
    }
  } finally {
    progress.end();
  }
  return conclude(task, sums, files, isOver);
}

/** null: it was stopped on the way. */
async function workOn(
  task: Work,
  file: BackfillFile,
  budget: number | null,
  progress: Progress,
): Promise<Report | "over-budget" | null> {
  let changes = 0;
  for (let tries = 1; ; ) {
    const tried = await tryFile(task, file, budget === null ? null : budget - changes);
    const { outcome, plan, failed } = tried;
    if (outcome === "over-budget") return outcome;
    changes += tried.changes;
    if (tried.changes > 0) tries = 1;
    const report = { type: "file", path: file.path, date: file.date, changes, plan, failed } as const;
    if (outcome === "planned") return { ...report, outcome };
    if (outcome === "done") {
      markDone(task, file, progress);
      return { ...report, outcome };
    }
    if (task.tools.signal.aborted) return null;
    if (outcome === "refused" || tries === TRIES) return { ...report, outcome: "failed" };
    const seconds = Math.max((task.firstWaitSeconds ?? 5) * 2 ** (tries - 1), tried.retryAfterSeconds ?? 0);
    const why = printable(failed[0]?.cause ?? "");
    progress.say(`${why} Trying ${printable(file.path)} again in ${describeTime(seconds * 1000)}.\n`);
    await pause(seconds, task.tools.signal);
    tries += 1;
  }
}

/** Ends early, without an error, when the signal does. */
async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
}

function markDone({ state }: Work, file: BackfillFile, progress: Progress): void {
  try {
    state.markDone(file);
  } catch (error) {
    progress.say(
      `${state.path} can't be written (${errorText(error)}); next time, ${printable(file.path)} is planned again.\n`,
    );
  }
}

/** One line; with a bar only what failed, above it. */
function reportFile({ io, options }: Work, progress: Progress, report: Report, place: string): void {
  if (options.json) io.out(`${printableJson(report)}\n`);
  const { path, outcome, changes, plan, failed } = report;
  const what = outcome === "planned" ? plan : counted(changes, "change");
  const line = `${io.colors.dim(place)} ${printable(path)}: ${what}\n`;
  if (!options.json && !progress.hasBar) io.out(line);
  for (const { step, cause } of failed) {
    progress.say(
      `${io.errColors.red("failed")} ${printable(path)}: ${printable(step)}: ${printable(cause)}\n`,
    );
  }
}

function conclude(
  { io, options, tools }: Work,
  { files: count, changes, failed }: Sums,
  files: readonly BackfillFile[],
  isOver: boolean,
): ExitCode {
  const left = files.length - count;
  const next = files[count]?.path ?? null;
  if (options.json) io.out(`${printableJson({ type: "sum", files: count, changes, failed, left })}\n`);
  else {
    const made = options.dryRun
      ? `${counted(changes, "change")} planned, nothing posted`
      : `${counted(changes, "change")} made`;
    io.out(`Total: ${counted(count, "file")}, ${made}; ${failed} failed, ${left} left.\n`);
  }
  if (isOver) {
    const path = printable(next ?? "");
    io.err(
      changes === 0
        ? `${commandLineError("over-limit", { path, limit: options.limit ?? 0 }).text}\n`
        : `--limit ${options.limit} is reached before ${path}. Run it again for the rest.\n`,
    );
  }
  if (tools.signal.aborted) {
    io.err(`${commandLineError("stopped").text}\n`);
    return exitCodes.interrupted;
  }
  if (failed === 0) return exitCodes.ok;
  const { text } = commandLineError("files-unfinished", { files: counted(failed, "file is", "files are") });
  io.err(`${io.errColors.red("error:")} ${text}\n`);
  return exitCodes.gitHub;
}
