import { makeBackfillJob } from "../../app/backfill/request.ts";
import { GuestError } from "../../queue/operator/open-guest.ts";
import { readAppEnvironment } from "../app-store/app-environment.ts";
import { openAppQueue } from "../app-store/open-app-queue.ts";
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
    throw new CliError(
      "The app makes no dry run. Leave --app out: a token shows the same plans.",
      exitCodes.usage,
    );
  }
  const { queue, where, close } = await reach(io);
  try {
    if (!yes && !(await io.confirm(`Let the app (${where}) post what old minutes of ${repository} say?`))) {
      io.err("Nothing was done. --yes does it without asking.\n");
      return exitCodes.ok;
    }
    const start = from === undefined ? null : "date" in from ? from.date : from.commit;
    const run = `command-${Date.now()}`;
    await queue.add(makeBackfillJob(repository, run, { from: start, order, limit: limit ?? null }));
    if (json) io.out(`${printableJson({ type: "queued", repository, run })}\n`);
    else io.out("Queued. A check run in the repository of the minutes says what came of it.\n");
    return exitCodes.ok;
  } finally {
    await close();
  }
}

async function reach(io: Io) {
  try {
    return await openAppQueue(readAppEnvironment(io), io.cwd);
  } catch (error) {
    if (error instanceof GuestError) throw new CliError(error.message);
    throw error;
  }
}
