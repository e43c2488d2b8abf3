import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import type { JobOf } from "../../queue/job.ts";
import type { Queue } from "../../queue/queue.ts";
import { configurationOf } from "../../pipeline/configuration.ts";
import { preparePlan } from "../../pipeline/prepare.ts";
import { isOfferedBack, writeBack } from "../../pipeline/write-back/write-back.ts";
import type { PipelineTools } from "../../pipeline/tools.ts";
import { noteReported } from "../catch-up/reported-issues.ts";
import { readJobHead } from "./job-head.ts";

/** Brings the pull request to one file of minutes up to date with the issues behind its actions. Posts nothing else. */
export async function runWriteBackJob(
  tools: PipelineTools & { readonly queue: Queue },
  job: JobOf<"issue">,
): Promise<void> {
  const { log } = tools;
  const { path } = job.data;
  const head = await readJobHead(tools, job);
  if (head === null) return;
  const { config } = await configurationOf(tools, head);
  // Switched off, the app plans nothing: with no plan it would close what it has offered.
  const isOff = config === null || config.mode === "off" || !isOfferedBack(config, path);
  if (head.commit === null || isOff) {
    log.info({ configuration: CONFIGURATION_PATH }, "Nothing is offered back to the minutes");
    return noteReported(tools.ledger, job.data.reported, false);
  }
  const files = [{ path, previousPath: null, status: "modified" as const }];
  const moves = await tools.workers.run("findMinutes", { config, files }, tools.signal);
  const range = { before: head.commit, commit: head.commit };
  const preparation = { head, config, range, moves, mayBeGone: true };
  const { plan, input } = await preparePlan(tools, preparation);
  const results = plan.steps.map((step) => ({
    step,
    outcome: "kept" as const,
    cause: null,
    url: null,
    transient: false,
    dropped: [],
  }));
  const { transient } = await writeBack(tools, {
    head,
    range,
    config,
    files: input.files,
    snapshot: input.snapshot,
    results,
  });
  if (transient !== null) throw transient;
  await noteReported(tools.ledger, job.data.reported, true);
}
