import { readMinutesFile } from "../input/read-minutes-file.ts";
import type { Head } from "../../github/port.ts";
import { printable } from "../../plan/media/terminal.ts";
import { printableJson } from "../../plan/media/json.ts";
import { type Replay, replay } from "../../pipeline/replay/replay.ts";
import { type BudgetOptions, budgetOf } from "../budget.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { readingTools } from "../github/reading-tools.ts";
import { createConfigFinder } from "../input/find-config.ts";
import type { Io } from "../io.ts";
import { findCommit } from "../plan/find-commit.ts";
import { findMinutesFiles } from "../plan/gather-minutes.ts";
import { startProgress } from "./progress.ts";
import { replayMarkdown } from "./markdown.ts";
import { replayHtml } from "./html.ts";
import { replayText } from "./text.ts";

export interface ReplayOptions extends BudgetOptions {
  readonly since?: string;
  readonly until?: string;
  readonly format: "text" | "json" | "markdown" | "html";
  readonly config?: string;
  readonly repository?: string;
}

/** Where a folder is no git repository, links lead to its default branch. */
const NO_COMMIT = "HEAD";

/**
 * Prints what past minutes would have posted. Files that can't be read are reported on standard error, and the others
 * are replayed anyway.
 */
export async function runReplay(dir: string, options: ReplayOptions, io: Io): Promise<ExitCode> {
  const finder = createConfigFinder(options, io);
  const { project, repository, found } = await findMinutesFiles([dir], finder, io);
  const { files, unreadable } = await readAll(found);
  const { since = null, until = null } = options;
  const head = headOf(repository, findCommit(project.root) ?? NO_COMMIT);
  const progress = await startProgress(io);
  let result: Replay;
  try {
    result = await replay(readingTools(budgetOf(options, io), io.interrupted()), {
      head,
      config: project.config,
      files,
      since,
      until,
      now: io.now(),
      onProgress: progress.advance,
    });
  } finally {
    progress.end();
  }
  io.out(await print(result, options, io));
  const left = [...unreadable, ...result.left];
  for (const { path, reason } of left)
    io.err(`${io.errColors.yellow("note:")} ${printable(path)} is left out: ${printable(reason)}\n`);
  for (const { path, cause } of result.failures)
    io.err(`${io.errColors.red("error:")} ${printable(path)}: ${printable(cause)}\n`);
  return unreadable.length > 0 || result.failures.length > 0 ? exitCodes.input : exitCodes.ok;
}

async function print(result: Replay, { format }: ReplayOptions, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return result.posts.map((post) => `${printableJson(post)}\n`).join("");
    case "markdown":
      return replayMarkdown(result);
    case "html":
      return replayHtml(result);
    case "text":
      return replayText(result, io.colors);
  }
}

interface Sources {
  readonly files: ReadonlyMap<string, string>;
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

async function readAll(found: ReadonlyMap<string, string>): Promise<Sources> {
  const files = new Map<string, string>();
  const unreadable: { path: string; reason: string }[] = [];
  for (const [path, file] of found) {
    const { source, problem } = await readMinutesFile(file);
    if (source === null) unreadable.push({ path, reason: problem.text });
    else files.set(path, source);
  }
  return { files, unreadable };
}

function headOf(repository: string, commit: string): Head & { readonly commit: string } {
  return {
    name: repository,
    id: null,
    url: `https://github.com/${repository}`,
    visibility: "public",
    isFork: false,
    defaultBranch: "main",
    commit,
    configuration: null,
  };
}
