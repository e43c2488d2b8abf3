import type { Config } from "../../config/config.ts";
import type { Head } from "../../github/port.ts";
import { isBelow } from "../../plan/below.ts";
import type { MinutesMove } from "../find-minutes.ts";
import type { UndoScope } from "../../plan/undo/scope.ts";
import { findKnownPosts, rememberDeleted, toKnownPosts } from "../known-posts.ts";
import { filesToRead, readMinutesChanges } from "../minutes-changes.ts";
import type { Prepared } from "../prepare.ts";
import { makeReach, withClosed } from "../reach.ts";
import type { PlanningTools } from "../tools.ts";
import { runPlanning } from "../workers/run-planning.ts";
import type { PackedChange, PackedInput } from "../workers/tasks.ts";
import { findEverPosted } from "./ever-posted.ts";

/** What is to be taken back, and where. */
export interface UndoWork {
  readonly head: Head;
  readonly config: Config;
  readonly scope: UndoScope;
}

/**
 * The plan that takes back what was posted: by what the ledger knows, and by the markers on whatever the minutes
 * mention as they are at the head. Writes nothing on GitHub. null: the repository is empty.
 *
 * @throws PlanningError where the plan as a whole goes over its budget
 */
export async function planUndo(tools: PlanningTools, work: UndoWork): Promise<Prepared | null> {
  const { github, ledger } = tools;
  const { head, config, scope } = work;
  if (head.commit === null) return null;
  const range = { before: null, commit: head.commit };
  const moves = await findMoves(tools, work);
  const asking = { head, config, scope: "all" } as const;
  const contents = await github.readContents(head.name, filesToRead(moves, range), makeReach(ledger, asking));
  const hosts = [new URL(head.url).host, ...tools.hostAliases];
  const context = { repository: head.name, milestones: {}, hosts };
  const reading = { config, range, moves, context };
  const read = await readMinutesChanges(tools.workers, contents.files, reading, tools.signal);
  const files = await addEverPosted(tools, head, read);
  const repository = head.name;
  const open = Object.keys(contents.open);
  const request = await runPlanning(tools, "undoRequest", { repository, config, files, open });
  const entries = await findKnownPosts(ledger, repository, request);
  const snapshot = await github.readSnapshot(request, toKnownPosts(entries), ledger);
  await rememberDeleted(ledger, entries, snapshot);
  const { name, visibility, defaultBranch, id } = head;
  // Where nothing was asked, the answer names no host.
  const webUrl = head.url.slice(0, -`/${name}`.length);
  const input: PackedInput = {
    repository: { name, visibility, defaultBranch, id },
    commit: head.commit,
    before: null,
    config,
    files,
    snapshot: withClosed({ ...snapshot, webUrl: snapshot.webUrl || webUrl }, contents, asking),
    undo: scope,
  };
  return { plan: await runPlanning(tools, "makePlan", input), input };
}

/** The minutes to read. Where the ledger has what a push brought, none. */
async function findMoves(
  { github, ledger, workers, signal }: PlanningTools,
  { head, config, scope }: UndoWork,
): Promise<readonly MinutesMove[]> {
  if (head.commit === null) return [];
  const isKnown = (await ledger.findHead(head.name.toLowerCase())) !== null;
  if (scope.commit !== null && isKnown) return [];
  const { files } = await github.readChanges(head.name, { before: null, commit: head.commit });
  const found = await workers.run("findMinutes", { config, files }, signal);
  return found.filter(({ now }) => now !== null && (scope.paths === null || isBelow(now, scope.paths)));
}

/** Files that are gone count too: what is posted for them may still be there. */
async function addEverPosted(
  { ledger }: PlanningTools,
  head: Head,
  read: readonly PackedChange[],
): Promise<readonly PackedChange[]> {
  const posted = await findEverPosted(ledger, head.name);
  const there = new Set(read.map(({ path }) => path));
  const gone = [...posted.keys()].filter((path) => !there.has(path));
  const files = [
    ...read,
    ...gone.map((path) => ({ path, previousPath: null, meeting: null, previous: null, problem: null })),
  ];
  return files.map((file) => {
    const known = posted.get(file.path);
    return known === undefined ? file : { ...file, posted: known };
  });
}
