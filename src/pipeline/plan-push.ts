import { withImplied } from "../config/series.ts";
import { approvalReason } from "../messages/reasons/approval-reasons.ts";
import type { Config } from "../config/config.ts";
import type { Changes, FileChange, Head, Range } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { commentPrefix, pathOfCommentKey } from "../plan/keys.ts";
import type { Plan } from "../plan/plan.ts";
import { findLostMinutes } from "./known-minutes.ts";
import type { MinutesMove } from "./find-minutes.ts";
import { findPostedPaths } from "./posted-for.ts";
import { preparePlan, type Prepared } from "./prepare.ts";
import type { PlanningTools } from "./tools.ts";
import { PlanningError } from "./workers/run-planning.ts";

/** Without this, minutes of years could be posted at once. */
/** What changed in a repository of minutes, and the configuration that counts. */
export interface Pushed {
  readonly head: Head;
  readonly range: Range;
  readonly changes: Changes;
  /**
   * What changed since each head that a job broke off at: what was posted for it may not be in the minutes any more.
   */
  readonly unfinished?: readonly Since[];
  readonly config: Config;
  /** Somebody asked for the issues of actions, too, that no mark names. */
  readonly implied: boolean;
}

export interface Since extends Changes {
  readonly commit: string;
  /** The files that something may have been posted for then. null: nobody wrote them down. */
  readonly touched: readonly string[] | null;
}

/**
 * The plan for what changed. null: no minutes are touched, or the team has switched Minutebook off and nothing is to be
 * taken back.
 */
export async function planPush(
  tools: PlanningTools,
  { head, range, changes, unfinished = [], config, implied }: Pushed,
): Promise<Prepared | null> {
  const isBaseGone = changes.before === "gone";
  const { ledger } = tools;
  const lost: string[] = [];
  for (const { before, files } of [changes, ...unfinished])
    if (before === "gone") lost.push(...(await findLostMinutes(ledger, head.name, files)));
  const find = (files: readonly FileChange[]) =>
    tools.workers.run("findMinutes", { config, files }, tools.signal);
  const minutes = await find(changes.files);
  const again: FileChange[] = [];
  for (const since of unfinished) again.push(...(await findAgain(ledger, head, since)));
  const half = again.length === 0 ? [] : findHalf(changes.files, await find(again));
  const files = [...changes.files, ...again];
  const former = await findFormer(ledger, head, files, [...minutes, ...half]);
  const known = new Set([...minutes, ...half].map(({ before }) => before));
  const removed = [...new Set([...former, ...lost])].filter((path) => !known.has(path));
  const changed = new Set(changes.files.flatMap(({ path, previousPath }) => [path, previousPath]));
  const found = [...minutes, ...half, ...removed.map((path) => toRemoved(path, changed))];
  const all = unfinished.length === 0 ? found : await pairReturned(ledger, head, found);
  const moves = config.mode === "off" ? await onlyPosted(ledger, head, all) : all;
  if (moves.length === 0) return null;
  const prepared = await preparePlan(tools, {
    head,
    config: implied ? withImplied(config) : config,
    range: isBaseGone ? { ...range, before: null } : range,
    moves,
    mayHavePosts: unfinished.length > 0,
    unfinished: unfinished.map(({ commit }) => commit),
    offered: implied,
  }).catch((error: unknown) => {
    if (error instanceof PlanningError)
      error.head = { source: head.name.toLowerCase(), commit: range.commit };
    throw error;
  });
  if (config.mode === "off" && prepared.plan.steps.length === 0) return null;
  if (!isBaseGone || !postsNew(prepared.plan)) return prepared;
  return {
    ...prepared,
    plan: { ...prepared.plan, approval: { needed: true, reason: approvalReason("history-rewritten") } },
  };
}

/**
 * The files that may be other than they were at a head in between; of one that is gone, what a job had to do with
 * there.
 */
async function findAgain(
  ledger: Ledger,
  head: Head,
  { before, files, touched }: Since,
): Promise<readonly FileChange[]> {
  if (before !== "gone") return files;
  const there = files.map(({ path }) => path);
  const paths = new Set(touched ?? (await findPostedPaths(ledger, head, there, "left out")));
  return files.flatMap(({ path }) =>
    paths.has(path) ? [{ path, previousPath: null, status: "modified" }] : [],
  );
}

/**
 * Minutes that are as they were when the push before was applied, and were otherwise at a head in between that was
 * applied in part.
 */
function findHalf(changed: readonly FileChange[], since: readonly MinutesMove[]): readonly MinutesMove[] {
  const known = new Set(changed.flatMap(({ path, previousPath }) => [path, previousPath]));
  const moves = new Map<string, MinutesMove>();
  for (const { now, before } of since) {
    for (const path of [now, before]) {
      if (path === null || known.has(path)) continue;
      const isThere = path === now || moves.get(path)?.now === path;
      moves.set(path, isThere ? { now: path, before: path } : { now: null, before: path, isPassing: true });
    }
  }
  return [...moves.values()];
}

/** One that did not change was not there when the push before was applied, or is as it was and no minutes any more. */
function toRemoved(path: string, changed: ReadonlySet<string | null>): MinutesMove {
  return { now: null, before: path, ...(changed.has(path) ? {} : { isPassing: true }) };
}

/**
 * Minutes that had another name at a head in between, which is not there any more: what was posted for them went there,
 * as the ledger knows, and goes back with them.
 */
async function pairReturned(
  ledger: Ledger,
  { name }: Head,
  moves: readonly MinutesMove[],
): Promise<readonly MinutesMove[]> {
  const gone = moves.flatMap(({ now, before }) => (now === null && before !== null ? [before] : []));
  const there = new Set(moves.flatMap(({ now, before }) => (now !== null && now === before ? [now] : [])));
  const prefixes = gone.map((path) => commentPrefix(name, path));
  const posts = prefixes.length === 0 ? [] : await ledger.find({ prefixes });
  const numbers = posts.flatMap(({ number }) => number ?? []);
  const others = numbers.length === 0 ? [] : await ledger.find({ source: name, numbers });
  const pathBetween = new Map<string, string>();
  for (const { key, target, id } of posts) {
    const same = others.filter((other) => id !== null && other.id === id && other.target === target);
    const paths = same.flatMap((other) => pathOfCommentKey(other.key) ?? []);
    const back = paths.find((path) => there.has(path));
    if (back !== undefined) pathBetween.set(back, pathOfCommentKey(key) ?? "");
  }
  const paired = new Set(pathBetween.values());
  return moves
    .filter(({ now, before }) => now !== null || before === null || !paired.has(before))
    .map((move) => {
      const path = there.has(move.now ?? "") ? pathBetween.get(move.now ?? "") : undefined;
      return path === undefined ? move : { ...move, pathBetween: path };
    });
}

/** Whether something new would be posted. Changes and deletions concern what the ledger knows to exist. */
function postsNew({ steps }: Plan): boolean {
  return steps.some(({ action }) => action === "create");
}

/** More files than these are no push of minutes. */
const MAX_FORMER = 1000;

/** Changed files that are no minutes, and for which something is posted: they were minutes when it was posted. */
async function findFormer(
  ledger: Ledger,
  head: Head,
  files: readonly FileChange[],
  minutes: readonly MinutesMove[],
): Promise<readonly string[]> {
  const known = new Set(minutes.flatMap(({ now, before }) => [now, before]));
  const others = files
    .filter(({ status }) => status !== "added")
    .map(({ path, previousPath, status }) => (status === "renamed" ? (previousPath ?? path) : path))
    .filter((path) => !known.has(path));
  return others.length > MAX_FORMER ? [] : findPostedPaths(ledger, head, others, "left out");
}

/** Those for which something is posted, which may have to be taken back. */
async function onlyPosted(
  ledger: Ledger,
  head: Head,
  moves: readonly MinutesMove[],
): Promise<readonly MinutesMove[]> {
  const paths = moves.flatMap(({ now, before }) => [
    ...(now === null ? [] : [now]),
    ...(before === null ? [] : [before]),
  ]);
  const posted = new Set(await findPostedPaths(ledger, head, paths, "counted"));
  return moves.filter(({ now, before }) => posted.has(now ?? "") || posted.has(before ?? ""));
}
