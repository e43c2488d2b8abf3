import { readingOptions } from "../../config/reading-options.ts";
import type { Config } from "../../config/config.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { isTransient } from "../../github/errors.ts";
import type { Head, Range } from "../../github/port.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import type { Snapshot } from "../../plan/snapshot.ts";
import type { PipelineTools } from "../tools.ts";
import { hashText } from "../../plan/hash.ts";
import { editMinutes } from "./edit-minutes.ts";
import { findEdits } from "./find-edits.ts";

export interface WriteBack {
  readonly head: Head;
  readonly range: Range;
  readonly config: Config;
  readonly meetings: readonly Meeting[];
  readonly snapshot: Snapshot;
  readonly results: readonly StepResult[];
}

/**
 * Offers the links to the issues of actions, and what is done by now, back to the minutes: one pull request for each
 * file, kept up to date. Refusals are told in the log; what was posted stands, and the next push tries again.
 *
 * @throws GitHubError where trying again later may help; the other files were tried all the same
 */
export async function writeBack(tools: PipelineTools, work: WriteBack): Promise<void> {
  let transient: unknown = null;
  for (const meeting of work.meetings) {
    try {
      await offer(tools, work, meeting);
    } catch (error) {
      if (isTransient(error)) transient = error;
      tools.log.error(
        { err: error, path: meeting.path },
        "The pull request to the minutes could not be written",
      );
    }
  }
  if (transient !== null) throw transient;
}

async function offer({ github, log }: PipelineTools, work: WriteBack, meeting: Meeting): Promise<void> {
  const { head, range, config, snapshot, results } = work;
  const { path } = meeting;
  const branch = branchOf(path);
  const home = readingOptions(config, path, { repository: head.name, milestones: null }).repository;
  const [file] = await github.readFiles(head.name, [{ path, commit: range.head }]);
  if (typeof file?.text !== "string") return;
  const text = editMinutes(
    file.text,
    findEdits(meeting, results, snapshot, { home, visibility: head.visibility }),
  );
  if (text === file.text) {
    await github.withdraw(head.name, branch);
    return;
  }
  const pull = await github.propose(head.name, {
    branch,
    base: { branch: head.defaultBranch, commit: range.head },
    path,
    text,
    title: `Link the issues of ${path}`,
    message: `Link the issues of ${path}`,
    body: `The actions in these minutes became issues. This puts their numbers behind them and marks what is done by now; nothing else is changed.`,
  });
  log.info(
    { path, url: pull?.url ?? null },
    pull === null ? "Somebody works on our branch, or has closed its pull request" : "Offered to the minutes",
  );
}

/**
 * One for each file, by its path. Where characters have to be replaced, other paths may come to the same, and a hash
 * tells them apart.
 */
function branchOf(path: string): string {
  const stem = path.replace(/\.md$/, "");
  const name = stem
    .replace(/[^A-Za-z0-9/-]+/g, "-")
    .replace(/-*\/-*/g, "/")
    .replace(/^[-/]+|[-/]+$/g, "");
  return name === stem ? `minutebook/${name}` : `minutebook/${name}-${hashText(path).slice(0, 8)}`;
}
