import { commandLineError } from "../../messages/command-line-errors.ts";
import { makePageHandler } from "../../page-server/answer-page.ts";
import { findPageFolder, loadPage } from "../../page-server/page-files.ts";
import { followingDocument } from "../../page-server/policy.ts";
import { startPool } from "../../pipeline/workers/pool.ts";
import { budgetOf } from "../budget.ts";
import { printable } from "../../plan/media/terminal.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { follow } from "./follow.ts";
import { servePreview } from "./serve.ts";
import { openWorkspace } from "./workspace.ts";

export interface PreviewOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Whether to open the browser. */
  readonly open: boolean;
  readonly config?: string;
  readonly repository?: string;
}

/**
 * Serves the page for minutes on disk until the user ends it.
 *
 * @returns The exit code.
 */
export async function runPreview(path: string, options: PreviewOptions, io: Io): Promise<number> {
  const pool = startPool({ budget: budgetOf({}, io) });
  const workspace = openWorkspace(path, options, io.cwd, pool);
  const folder = findPageFolder();
  if (folder === null) throw new CliError(commandLineError("page-not-built"));
  const interrupted = io.interrupted();
  const page = loadPage(folder, followingDocument);
  const server = await servePreview(workspace, makePageHandler(page, "self"), options.port);
  const unfollow = await follow(workspace, server.refresh, (error) =>
    io.err(`${io.errColors.yellow("note:")} Not all changes are followed: ${errorText(error)}\n`),
  );
  try {
    io.out(
      `${printable(workspace.start)} is at ${io.colors.cyan(server.url)} and follows what you save. Ctrl-C ends it.\n`,
    );
    if (options.open) await openBrowser(server.url, io);
    await untilAborted(interrupted);
    return exitCodes.ok;
  } finally {
    await unfollow();
    await server.stop();
    await pool.close();
  }
}

async function openBrowser(url: string, io: Io): Promise<void> {
  try {
    const { default: open } = await import("open");
    const child = await open(url);
    child.on("error", () => undefined);
  } catch {
    // A machine without a browser: the address is printed.
    io.err(`${io.errColors.yellow("note:")} No browser could be opened. Open the address yourself.\n`);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((aborted) => {
    if (signal.aborted) aborted();
    signal.addEventListener("abort", () => aborted(), { once: true });
  });
}
