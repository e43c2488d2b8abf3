import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { readSeenMarker } from "../github/snapshot/seen-marker.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { MinutesChange, PlanInput, PostedFor } from "../plan/input.ts";
import {
  assignPrefix,
  commentPrefix,
  milestonePrefix,
  notePrefix,
  pathOfCommentKey,
  pathOfIssueKey,
} from "../plan/keys.ts";
import { toMilestone } from "./known-minutes.ts";
import { isOwnMarker, pathsOf } from "../plan/planning.ts";

type Minutes = Pick<PlanInput["repository"], "name" | "id">;

/** Adds to each file what is posted for it anywhere, whatever the configuration says by now. */
export async function addPosted<Change extends Pick<MinutesChange, "path" | "previousPath">>(
  ledger: Ledger,
  source: Minutes,
  files: readonly Change[],
): Promise<readonly (Change & Pick<MinutesChange, "posted">)[]> {
  const find = await findPosted(
    ledger,
    source,
    files.flatMap((file) => pathsOf(file)),
  );
  return files.map((file) => ({ ...file, posted: find(pathsOf(file)) }));
}

/**
 * Which of these files, minutes or not, something is posted for.
 *
 * @param notes - Whether it counts that there are notes on milestones, which may list any of them.
 */
export async function findPostedPaths(
  ledger: Ledger,
  source: Minutes,
  paths: readonly string[],
  notes: "counted" | "left out",
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const find = await findPosted(ledger, source, paths);
  return paths.filter((path) => {
    const { targets, issues, milestones } = find([path]);
    return targets.length + issues.length + (notes === "counted" ? milestones.length : 0) > 0;
  });
}

/** What was to be taken back and could not be: the keys, and the minutes that they are of. */
export async function findPending(
  ledger: Pick<Ledger, "find">,
  source: RepositoryName,
): Promise<readonly { readonly key: string; readonly path: string | null }[]> {
  const entries = await ledger.find({ source: source, state: "removing" });
  return entries.map(({ key }) => ({ key, path: pathOfCommentKey(key) ?? pathOfIssueKey(key) }));
}

async function findPosted(
  ledger: Ledger,
  source: Minutes,
  paths: readonly string[],
): Promise<(paths: readonly string[]) => PostedFor> {
  const files = [...new Set(paths)];
  const prefixes = files.flatMap((path) => [
    commentPrefix(source.name, path),
    ...undonePrefixes(source, path),
  ]);
  const all = await ledger.find({ prefixes: [...prefixes, milestonePrefix(source.name)] });
  const entries = all.filter(mayBePosted);
  const undone = all.filter((entry) => !mayBePosted(entry) && entry.kind !== "comment");
  const ofIssues = (await ledger.find({ source: source.name, kind: "issue" })).filter(mayBePosted);
  const homes = await findHomes(ledger, source, ofIssues);
  const pending = [...entries, ...ofIssues].filter(({ state }) => state === "removing");
  const milestones = entries.flatMap(({ key }) => toMilestone(source.name, key));
  return (own) => {
    const mine = own.map((path) => commentPrefix(source.name, path));
    return {
      targets: entries.flatMap(({ key }) =>
        mine.filter((prefix) => key.startsWith(prefix)).map((prefix) => key.slice(prefix.length)),
      ),
      issues: ofIssues
        .filter(({ key }) => own.some((path) => homes.get(key)?.includes(path)))
        .map(({ key, target }) => ({ key, repository: target })),
      milestones,
      pending: pending.map(({ key }) => key),
      undone: undone
        .filter(({ key }) =>
          own.some((path) => undonePrefixes(source, path).some((prefix) => key.startsWith(prefix))),
        )
        .map(({ key }) => key),
    };
  };
}

function undonePrefixes({ name }: Minutes, path: string): readonly string[] {
  return [notePrefix(name, path), assignPrefix(name, path)];
}

/** By key, the minutes that mention each action: by its marker, or as it was when it was opened. */
async function findHomes(
  ledger: Ledger,
  source: Minutes,
  entries: readonly LedgerEntry[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const homes = new Map(entries.map(({ key }) => [key, [pathOfIssueKey(key) ?? ""]]));
  for (const target of new Set(entries.map((entry) => entry.target))) {
    for (const issue of (await ledger.recallIssues(target)).issues) {
      const marker = readSeenMarker(issue);
      if (marker === null || !isOwnMarker(marker, source)) continue;
      homes.set(marker.key, [marker.path, ...marker.also.map(({ path }) => path)]);
    }
  }
  return homes;
}

/** What is only intended counts too: nobody knows whether it was posted. */
function mayBePosted({ state }: LedgerEntry): boolean {
  return state !== "gone";
}
