import { allConfigs, configFor } from "../../config/series.ts";
import { trimBoth } from "../../language/text/trim.ts";
import type { Config } from "../../config/config.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { isTransient } from "../../github/errors.ts";
import type { Head, Range } from "../../github/port.ts";
import type { Snapshot } from "../../plan/snapshot.ts";
import type { PipelineTools } from "../tools.ts";
import { hashText } from "../../plan/hash.ts";
import type { EditContext } from "./find-edits.ts";
import { NoThreadError } from "../workers/work-error.ts";
import type { PackedChange } from "../workers/tasks.ts";

export interface WriteBack {
  readonly head: Head;
  readonly range: Range;
  readonly config: Config;
  readonly files: readonly PackedChange[];
  readonly snapshot: Snapshot;
  readonly results: readonly StepResult[];
}

/** The pull request to one file of minutes. */
export interface Offer {
  readonly path: string;
  /** null: none was written. */
  readonly url: string | null;
  /** Why it could not be written. null: it was, or it is left to the people who work on it. */
  readonly error: unknown;
}

export interface Offered {
  readonly offers: readonly Offer[];
  /** An error after which trying again later may help. null: there was none. */
  readonly transient: Error | null;
}

/** Whether the configuration wants pull requests to a file of minutes. null: to any. */
export function isOfferedBack(config: Config, path: string | null): boolean {
  const configs = path === null ? allConfigs(config) : [configFor(config, path)];
  return configs.some(({ actions }) => actions.writeBack !== "off");
}

/**
 * Offers the links to the issues of actions, and what is done by now, back to the minutes: one pull request for each
 * file whose series wants it, kept up to date. An error with one file keeps none of the others from being tried, and
 * is in the log too.
 *
 * @throws What the signal was aborted with, at once
 */
export async function writeBack(tools: PipelineTools, work: WriteBack): Promise<Offered> {
  let transient: Error | null = null;
  const offers: Offer[] = [];
  for (const file of work.files.filter(({ path }) => isOfferedBack(work.config, path))) {
    const { path } = file;
    try {
      const url = await offer(tools, work, file);
      if (url !== null) offers.push({ path, url, error: null });
    } catch (error) {
      // Otherwise the head would count as applied, and this would never be tried again.
      tools.signal.throwIfAborted();
      if (error instanceof Error && (isTransient(error) || error instanceof NoThreadError)) transient = error;
      offers.push({ path, url: null, error });
      tools.log.error({ err: error, path }, "The pull request to the minutes could not be written");
    }
  }
  return { offers, transient };
}

/** @returns the pull request's address; null: none is open for this file. */
async function offer(
  tools: PipelineTools,
  work: WriteBack,
  { path, meeting }: PackedChange,
): Promise<string | null> {
  const { github, log, workers, signal } = tools;
  const { head, range, config } = work;
  if (meeting === null) return null;
  const branch = branchOf(path);
  const [file] = await github.readFiles(head.name, [{ path, commit: range.commit }]);
  if (typeof file?.text !== "string") return null;
  const minutes = { path, config, repository: head.name };
  const context = editContext(work, path);
  const text = await workers.run("editMinutes", { source: file.text, meeting, minutes, context }, signal);
  if (text === file.text) {
    await github.withdraw(head.name, branch);
    return null;
  }
  const pull = await github.propose(head.name, {
    branch,
    base: { branch: head.defaultBranch, commit: range.commit },
    path,
    text,
    title: `Link issues in ${path}`,
    message: `Link issues in ${path}`,
    body: "Minutebook opened issues for the actions in these minutes. This pull request adds their numbers and marks completed actions as done. Nothing else changes.",
  });
  log.info(
    { path, url: pull?.url ?? null },
    pull === null ? "Somebody works on our branch, or has closed its pull request" : "Offered to the minutes",
  );
  return pull?.url ?? null;
}

/** What became of the actions of one file, and of the repositories of their issues. */
function editContext({ head, snapshot, results }: WriteBack, path: string): Omit<EditContext, "home"> {
  const own = results.filter(({ step }) => step.kind === "issue" && step.origin?.path === path);
  const names = new Set(
    own.flatMap(({ step }) => ("repository" in step ? step.repository.toLowerCase() : [])),
  );
  const repositories = Object.entries(snapshot.repositories).filter(([name]) => names.has(name));
  return {
    visibility: head.visibility,
    results: own.map(({ step, url }) => ({ step, url })),
    repositories: Object.fromEntries(repositories),
  };
}

/**
 * One for each file, by its path. Where characters have to be replaced, other paths may come to the same, and a hash
 * tells them apart.
 */
function branchOf(path: string): string {
  const stem = path.replace(/\.md$/, "");
  const parts = stem.replace(/[^A-Za-z0-9/-]+/g, "-").split("/");
  const name = trimBoth(parts.map((part) => trimBoth(part, /-/)).join("/"), /[-/]/);
  return name === stem ? `minutebook/${name}` : `minutebook/${name}-${hashText(path).slice(0, 8)}`;
}
