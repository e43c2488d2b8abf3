import { makeUndoJob } from "../../app/undo/request.ts";
import { printableJson } from "../../plan/media/json.ts";
import type { UndoScope } from "../../plan/undo/scope.ts";
import { reachApp } from "../app-store/reach-app.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { UndoOptions } from "./options.ts";

/** Gives the work to the app, which does it as a job under its own name and reports on a check run. */
export async function askApp(
  repository: string,
  scope: UndoScope,
  { dryRun, yes, json }: UndoOptions,
  io: Io,
): Promise<ExitCode> {
  const { queue, where, close } = await reachApp(io);
  try {
    const question = `Let the app (${where}) remove what it posted for the minutes of ${repository}?`;
    if (!dryRun && !yes && !(await io.confirm(question))) {
      io.err("Nothing was done. To skip the question, add --yes.\n");
      return exitCodes.ok;
    }
    const run = `command-${Date.now()}`;
    await queue.add(makeUndoJob({ repository, installationId: null }, { run, isPlan: dryRun }, scope));
    if (json) io.out(`${printableJson({ type: "queued", repository, run })}\n`);
    else io.out("Queued. A check run in the minutes' repository shows the result.\n");
    return exitCodes.ok;
  } finally {
    await close();
  }
}
