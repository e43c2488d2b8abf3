import type { Config } from "../config/config.ts";
import { dayIn } from "../config/time-zone.ts";
import { isSameName } from "../minutes/repository-name.ts";
import { targetRepositories } from "../config/target-repositories.ts";
import type { Contents, Head, Range, Scope } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { PostedFor } from "../plan/input.ts";
import type { Plan } from "../plan/plan.ts";
import { askForMilestones, assertMilestonesAgree } from "./agreeing-milestones.ts";
import { countLeft } from "./count-left.ts";
import { addKnown, toMilestone } from "./known-minutes.ts";
import { findKnownPosts, rememberDeleted, toKnownPosts } from "./known-posts.ts";
import type { MinutesMove } from "./find-minutes.ts";
import { filesToRead, readMinutesChanges } from "./minutes-changes.ts";
import { rememberMeant } from "./meant.ts";
import { addPosted } from "./posted-for.ts";
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
  /**
   * Whether something may be posted for them that they did not say before. (Default: not, if it is known what they
   * said)
   */
  readonly mayHavePosts?: boolean;
  /** Earlier heads that jobs broke off at. */
  readonly unfinished?: readonly string[];
  /** Somebody asked for what the check run offers. (Default: nobody did) */
  readonly offered?: boolean;
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
  const { head, config, range, moves, mayBeGone = false, mayHavePosts = false, scope = "all" } = preparation;
  const { unfinished = [] } = preparation;
  const repository = head.name;
  const wanted = filesToRead(moves, range);
  const asking = { head, config, scope };
  const contents = await github.readContents(repository, wanted, makeReach(ledger, asking));
  const { files, milestones } = contents;
  await rememberMeant(ledger, head, targetRepositories(config, repository), contents.open);
  const readings = mayBeGone ? files : await findHidden(github, repository, files);
  const context = {
    repository,
    milestones: await findTitles(ledger, repository, milestones),
    hosts: [new URL(head.url).host, ...tools.hostAliases],
  };
  const read = await readMinutesChanges(workers, readings, { config, range, moves, context }, signal);
  const today = dayIn(config.timeZone, tools.now());
  const known =
    range.before === null || mayHavePosts
      ? await addKnown(ledger, head, read, Object.keys(contents.open))
      : read;
  const changes = await addPosted(ledger, head, known);
  const request =
    config.mode === "off"
      ? { repositories: {} }
      : askForMilestones(
          withoutClosed(
            await runPlanning(tools, "snapshotRequest", { repository, config, files: changes, today }),
            contents,
          ),
          milestones,
        );
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
    commit: range.commit,
    today,
    before: range.before,
    ...(unfinished.length === 0 ? {} : { unfinished }),
    ...(preparation.offered === true ? { offered: true } : {}),
    config,
    files: changes,
    snapshot:
      snapshot.webUrl === ""
        ? { ...snapshot, webUrl: head.url.slice(0, -`/${repository}`.length) }
        : snapshot,
    left: await countLeft(ledger, config, repository),
  };
  const whole = scope === "all" ? await addStanding(tools, input) : input;
  return { plan: await runPlanning(tools, "makePlan", whole), input: whole };
}

/**
 * Asks for what is posted where nothing may be posted any more: what is gone from the minutes is taken back there
 * too.
 */
async function addStanding(tools: PlanningTools, input: PackedInput): Promise<PackedInput> {
  const { github, ledger } = tools;
  if (input.files.every(({ posted }) => isNothing(posted))) return input;
  const request = await runPlanning(tools, "withdrawalRequest", input);
  if (Object.keys(request.repositories).length === 0) return input;
  const entries = await findKnownPosts(ledger, input.repository.name, request);
  const standing = await github.readSnapshot(request, toKnownPosts(entries), ledger);
  await rememberDeleted(ledger, entries, standing);
  return { ...input, standing };
}

function isNothing(posted: PostedFor | undefined): boolean {
  return (
    posted === undefined || posted.targets.length + posted.issues.length + posted.milestones.length === 0
  );
}

/** Of the milestones; where none can be read any more, of those that have Minutebook's note. */
async function findTitles(
  ledger: Ledger,
  repository: RepositoryName,
  milestones: Contents["milestones"],
): Promise<Record<RepositoryName, readonly string[]>> {
  const titles: Record<string, readonly string[]> = Object.fromEntries(
    Object.entries(milestones).map(([name, all]) => [name, all.map(({ title }) => title)]),
  );
  for (const { key } of await ledger.find({ source: repository, kind: "milestone" })) {
    for (const noted of toMilestone(repository, key)) {
      const name = Object.keys(titles).find((other) => isSameName(other, noted.repository));
      if (name !== undefined && (milestones[name] ?? []).length > 0) continue;
      titles[name ?? noted.repository] = [...(titles[name ?? noted.repository] ?? []), noted.title];
    }
  }
  return titles;
}
