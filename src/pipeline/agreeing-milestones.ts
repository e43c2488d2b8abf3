import { gitHubMessage } from "../messages/github-errors.ts";
import { isSameName } from "../minutes/repository-name.ts";
import { GitHubError } from "../github/errors.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { MilestoneState, Snapshot, SnapshotRequest } from "../plan/snapshot.ts";

/**
 * Milestones are read twice: to know their titles in the minutes, and to plan. Where one of the two lists is empty and
 * the other is not, one of them is wrong, and a release would be missed without a word.
 */

type Milestones = Readonly<Record<RepositoryName, readonly MilestoneState[]>>;

/** Asks for the milestones too where none were found, and where the request asks about the repository anyway. */
export function askForMilestones(request: SnapshotRequest, read: Milestones): SnapshotRequest {
  const none = Object.keys(read).filter((name) => read[name]?.length === 0);
  const repositories = Object.entries(request.repositories).map(([name, asked]) =>
    none.some((other) => isSameName(other, name)) ? [name, { ...asked, milestones: true }] : [name, asked],
  );
  return { ...request, repositories: Object.fromEntries(repositories) };
}

/** @throws GitHubError, to be tried again, where the two lists do not agree */
export function assertMilestonesAgree(read: Milestones, request: SnapshotRequest, snapshot: Snapshot): void {
  for (const [asked, { milestones: isAsked }] of Object.entries(request.repositories)) {
    const name = Object.keys(read).find((other) => isSameName(other, asked));
    const state = snapshot.repositories[asked.toLowerCase()];
    if (!isAsked || name === undefined || !state?.known) continue;
    if ((read[name]?.length === 0) === (state.milestones.length === 0)) continue;
    throw new GitHubError(gitHubMessage("milestones-differ", { repository: name }), { kind: "transient" });
  }
}
