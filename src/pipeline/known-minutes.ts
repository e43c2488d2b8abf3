import type { FileChange } from "../github/port.ts";
import { readSeenMarker } from "../github/snapshot/seen-marker.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { MinutesChange, PlanInput } from "../plan/input.ts";
import { commentPrefix, milestonePrefix, pathOfCommentKey, pathOfIssueKey } from "../plan/keys.ts";
import { isOwnMarker } from "../plan/planning.ts";

/** Where history lost what the minutes said before, the ledger still knows what was posted for them. */

/** Minutes for which something is posted and that are not among the files any more: somebody deleted or moved them. */
export async function findLostMinutes(
  ledger: Ledger,
  source: RepositoryName,
  files: readonly FileChange[],
): Promise<readonly string[]> {
  const there = new Set(files.map(({ path }) => path));
  const entries = await ledger.find({ source: source.toLowerCase() });
  const paths = entries
    .filter(isStanding)
    .flatMap(({ key }) => pathOfCommentKey(key) ?? pathOfIssueKey(key) ?? []);
  return [...new Set(paths)].filter((path) => !there.has(path)).toSorted();
}

type Known = Pick<MinutesChange, "knownTargets" | "knownActions" | "knownMilestones">;

/**
 * Adds to each file what is posted for it: without that, comments on issues that it no longer mentions would stay, and
 * minutes that were moved would not be recognized.
 *
 * @param targets - Where its actions have their issues.
 */
export async function addKnown<Change extends Pick<MinutesChange, "path">>(
  ledger: Ledger,
  repository: Pick<PlanInput["repository"], "name" | "id">,
  files: readonly Change[],
  targets: readonly RepositoryName[],
): Promise<readonly (Change & Known)[]> {
  const source = repository.name;
  const prefixes = [...files.map(({ path }) => commentPrefix(source, path)), milestonePrefix(source)];
  const standing = (await ledger.find({ prefixes })).filter(isStanding);
  const milestones = standing.flatMap(({ key }) => toMilestone(source, key));
  const markers = await findMarkers(ledger, repository, targets);
  return files.map((file) => {
    const prefix = commentPrefix(source, file.path);
    const keys = standing.filter(({ key }) => key.startsWith(prefix));
    return {
      ...file,
      knownTargets: keys.map(({ key }) => key.slice(prefix.length)),
      knownActions: markers
        .filter(({ path }) => path === file.path)
        .map(({ text, date }) => ({ text, date })),
      knownMilestones: milestones,
    };
  });
}

/** The milestone of a note's key; none where it is another key. */
export function toMilestone(
  source: RepositoryName,
  key: string,
): { readonly repository: RepositoryName; readonly title: string }[] {
  const prefix = milestonePrefix(source);
  const [, repository, title] =
    /^([^:]+):(.+)$/.exec(key.startsWith(prefix) ? key.slice(prefix.length) : "") ?? [];
  return repository === undefined || title === undefined ? [] : [{ repository, title }];
}

/** Of what is only intended, nobody knows whether it was posted. */
function isStanding({ kind, state }: LedgerEntry): boolean {
  return state !== "gone" && (kind === "comment" || kind === "issue" || kind === "milestone");
}

async function findMarkers(
  ledger: Ledger,
  repository: Pick<PlanInput["repository"], "name" | "id">,
  targets: readonly RepositoryName[],
) {
  const recalled = await Promise.all(targets.map((target) => ledger.recallIssues(target)));
  return recalled.flatMap(({ issues }) =>
    issues.flatMap((issue) => {
      const found = issue.state === "there" ? readSeenMarker(issue) : null;
      return found !== null && isOwnMarker(found, repository) ? [found] : [];
    }),
  );
}
