import { commandLineError } from "../../messages/command-line-errors.ts";
import { makeBackfillJob } from "../../app/backfill/request.ts";
import { reachApp } from "../app-store/reach-app.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { BackfillOptions } from "./options.ts";
import { printableJson } from "../../plan/media/json.ts";

/** Gives the work to the app, which does it as a job under its own name and reports on a check run. */
export async function askApp(
  repository: string,
  { from, order, limit, dryRun, yes, json }: BackfillOptions,
  io: Io,
): Promise<ExitCode> {
  if (dryRun) {
    throw new CliError(commandLineError("no-dry-run-by-app"), exitCodes.usage);
  }
  const { queue, where, close } = await reachApp(io);
  try {
    if (!yes && !(await io.confirm(`Let the app (${where}) post from the old minutes of ${repository}?`))) {
      io.err("Nothing was done. To skip the question, add --yes.\n");
      return exitCodes.ok;
    }
    const start = from === undefined ? null : "date" in from ? from.date : from.commit;
    const run = `command-${Date.now()}`;
    await queue.add(makeBackfillJob(repository, run, { from: start, order, limit: limit ?? null }));
    if (json) io.out(`${printableJson({ type: "queued", repository, run })}\n`);
    else io.out("Queued. A check run in the minutes' repository shows the result.\n");
    return exitCodes.ok;
  } finally {
    await close();
  }
}
