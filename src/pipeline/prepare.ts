import type { Config } from "../config/config.ts";
import type { GitHub, Head, Range, Scope } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { PlanInput } from "../plan/input.ts";
import { makePlan, snapshotRequest } from "../plan/make-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { askForMilestones, assertMilestonesAgree } from "./agreeing-milestones.ts";
import { addKnown } from "./known-minutes.ts";
import { findKnownPosts, rememberDeleted, toKnownPosts } from "./known-posts.ts";
import { filesToRead, readMinutesChanges, type MinutesMove } from "./minutes-changes.ts";
import { makeReach, withClosed, withoutClosed } from "./reach.ts";
import { findHidden } from "./shown-files.ts";

export interface Preparation {
  readonly head: Head;
  readonly config: Config;
  readonly range: Range;
  readonly moves: readonly MinutesMove[];
  /** Whether GitHub has not just listed these files, so that they may be gone by now. (Default: it has) */
  readonly mayBeGone?: boolean;
  /** What of other repositories may be asked. (Default: all that is open to these minutes) */
  readonly scope?: Scope;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
}

/** A plan and what it was made from. */
export interface Prepared {
  readonly plan: Plan;
  readonly input: PlanInput;
}

/**
 * Reads minutes and everything on GitHub that they touch, and makes the plan. Writes nothing on GitHub.
 *
 * @throws GitHubError, transient, where GitHub's answers contradict each other
 */
export async function preparePlan(
  github: GitHub,
  ledger: Ledger,
  preparation: Preparation,
): Promise<Prepared> {
  const { head, config, range, moves, mayBeGone = false, scope = "all", hostAliases } = preparation;
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
    hosts: [new URL(head.url).host, ...hostAliases],
  };
  const read = readMinutesChanges(readings, { config, range, moves, context });
  const changes =
    range.before === null ? await addKnown(ledger, head, read, Object.keys(contents.open)) : read;
  const wantedOf = withoutClosed(snapshotRequest({ repository, config, files: changes }), contents);
  const request = askForMilestones(wantedOf, milestones);
  const entries = await findKnownPosts(ledger, repository, request);
  const seen = await github.readSnapshot(request, toKnownPosts(entries), ledger);
  const snapshot = withClosed(seen, contents, asking);
  assertMilestonesAgree(milestones, request, snapshot);
  await rememberDeleted(ledger, entries, snapshot);
  const input: PlanInput = {
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
  return { plan: makePlan(input), input };
}
