import type { Config } from "../config/config.ts";
import type { Head, Range, Scope } from "../github/port.ts";
import type { Plan } from "../plan/plan.ts";
import { askForMilestones, assertMilestonesAgree } from "./agreeing-milestones.ts";
import { addKnown } from "./known-minutes.ts";
import { findKnownPosts, rememberDeleted, toKnownPosts } from "./known-posts.ts";
import type { MinutesMove } from "./find-minutes.ts";
import { filesToRead, readMinutesChanges } from "./minutes-changes.ts";
import { makeReach, withClosed, withoutClosed } from "./reach.ts";
import { findHidden } from "./shown-files.ts";
import type { PlanningTools } from "./tools.ts";
import { runPlanning } from "./workers/run-planning.ts";
import type { PackedInput } from "./workers/tasks.ts";

export interface Preparation {
  readonly head: Head;
  readonly config: Config;
  readonly range: Range;
  readonly moves: readonly MinutesMove[];
  /** Whether GitHub has not just listed these files, so that they may be gone by now. (Default: it has) */
  readonly mayBeGone?: boolean;
  /** What of other repositories may be asked. (Default: all that is open to these minutes) */
  readonly scope?: Scope;
}

/** A plan and what it was made from. */
export interface Prepared {
  readonly plan: Plan;
  readonly input: PackedInput;
}

/**
 * Reads minutes and everything on GitHub that they touch, and makes the plan. Writes nothing on GitHub.
 *
 * @throws GitHubError, transient, where GitHub's answers contradict each other
 * @throws PlanningError where the plan as a whole goes over its budget
 */
export async function preparePlan(tools: PlanningTools, preparation: Preparation): Promise<Prepared> {
  const { github, ledger, workers, signal } = tools;
  const { head, config, range, moves, mayBeGone = false, scope = "all" } = preparation;
  const repository = head.name;
  const wanted = filesToRead(moves, range);
  const asking = { head, config, scope };
  const contents = await github.readContents(repository, wanted, makeReach(ledger, asking));
  const { files, milestones } = contents;
  const readings = mayBeGone ? files : await findHidden(github, repository, files);
  const titles = Object.entries(milestones).map(
    ([name, all]) => [name, all.map(({ title }) => title)] as const,
  );
  const context = {
    repository,
    milestones: Object.fromEntries(titles),
    hosts: [new URL(head.url).host, ...tools.hostAliases],
  };
  const read = await readMinutesChanges(workers, readings, { config, range, moves, context }, signal);
  const changes =
    range.before === null ? await addKnown(ledger, head, read, Object.keys(contents.open)) : read;
  const asked = await runPlanning(tools, "snapshotRequest", { repository, config, files: changes });
  const request = askForMilestones(withoutClosed(asked, contents), milestones);
  const entries = await findKnownPosts(ledger, repository, request);
  const seen = await github.readSnapshot(request, toKnownPosts(entries), ledger);
  const snapshot = withClosed(seen, contents, asking);
  assertMilestonesAgree(milestones, request, snapshot);
  await rememberDeleted(ledger, entries, snapshot);
  const input: PackedInput = {
    repository: {
      name: repository,
      visibility: head.visibility,
      defaultBranch: head.defaultBranch,
      id: head.id,
    },
    commit: range.head,
    before: range.before,
    config,
    files: changes,
    snapshot:
      snapshot.webUrl === ""
        ? { ...snapshot, webUrl: head.url.slice(0, -`/${repository}`.length) }
        : snapshot,
  };
  return { plan: await runPlanning(tools, "makePlan", input), input };
}
