import { setTimeout as wait } from "node:timers/promises";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { Config } from "../../config/config.ts";
import type { GitHub, Head } from "../../github/port.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import { type BackfillFile, findFiles } from "../../pipeline/backfill/find-files.ts";
import { StartError } from "../../pipeline/backfill/from.ts";
import { assumeDone } from "../../pipeline/backfill/assume-done.ts";
import type { ReadingTools } from "../../pipeline/tools.ts";
import { noLog } from "../../pipeline/log.ts";
import { hashText } from "../../plan/hash.ts";
import { budgetOf } from "../budget.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { connect } from "../github/connect.ts";
import { locate } from "../github/locate.ts";
import { readingTools } from "../github/reading-tools.ts";
import { readConfiguration } from "../github/read-configuration.ts";
import type { Io } from "../io.ts";
import type { BackfillOptions } from "./options.ts";
import { work } from "./work.ts";
import { openState } from "./state.ts";
import { printable } from "../../plan/media/terminal.ts";

/** Finds old minutes, asks, and posts from them. Ctrl-C finishes the current step. */
export async function runBackfill(options: BackfillOptions, io: Io): Promise<ExitCode> {
  const { repository } = locate(["."], options.repository, io);
  if (options.app) return (await import("./ask-app.ts")).askApp(repository, options, io);
  const github = await connect(io);
  const head = await github.readHead(repository);
  const { commit } = head;
  if (commit === null) throw new CliError(commandLineError("empty-repository", { repository: head.name }));
  const reading = readingTools(budgetOf({}, io));
  const config = await readConfiguration(reading, head);
  if (config.mode === "off") {
    throw new CliError(commandLineError("switched-off", { repository: head.name }), exitCodes.config);
  }
  const { files, left } = await find({ ...reading, github }, { head, commit, config, options });
  for (const { path, reason } of left)
    io.err(`${io.errColors.yellow("note:")} ${printable(path)} is skipped: ${printable(reason)}\n`);
  const state = openState(io, head.name, { configuration: hashConfiguration(head), again: options.again });
  const open = files.filter((file) => !state.isDone(file));
  if (!options.json) io.out(describe(head, files, open, options));
  if (open.length === 0) return exitCodes.ok;
  const question = `Post from ${open.length === 1 ? "this file" : `these ${open.length} files`}?`;
  if (!options.dryRun && !options.yes && !(await io.confirm(question))) {
    io.err(
      "Nothing was done. To see what would be posted, add --dry-run; to skip the question, add --yes.\n",
    );
    return exitCodes.ok;
  }
  const signal = io.interrupted();
  const { dryRun } = options;
  const assumed = dryRun ? assumeDone(github) : { github, assume: () => undefined };
  const tools = {
    workers: reading.workers,
    github: assumed.github,
    ledger: createMemoryLedger(),
    log: noLog,
    signal,
    wait: async (milliseconds: number) => wait(milliseconds),
    hostAliases: [],
    now: Date.now,
  };
  return work({ tools, head, commit, config, dryRun, assume: assumed.assume, state, io, options }, open);
}

async function find(
  tools: ReadingTools & { readonly github: GitHub },
  wish: { head: Head; commit: string; config: Config; options: BackfillOptions },
) {
  const { from = null, order } = wish.options;
  try {
    return await findFiles(tools, { ...wish, from, order });
  } catch (error) {
    if (error instanceof StartError) throw new CliError(error.toMessage(), exitCodes.usage);
    throw error;
  }
}

function hashConfiguration({ configuration }: Head): string {
  return hashText(configuration?.text ?? "");
}

function describe(
  head: Head,
  files: readonly BackfillFile[],
  open: readonly BackfillFile[],
  { order }: BackfillOptions,
): string {
  const done = files.length - open.length;
  const rest = done === 0 ? "" : ` (${done} more are finished; --again plans them too)`;
  const days = open.flatMap(({ date }) => date ?? []);
  const span = days.length === 0 ? "" : `, meetings of ${days[0]} to ${days.at(-1)}`;
  return `${open.length} ${open.length === 1 ? "file" : "files"} of minutes in ${head.name}${span}, ${order} first${rest}.\n`;
}
