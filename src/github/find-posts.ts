import type { RepositoryName } from "../minutes/meeting.ts";
import type { IssueMemory } from "../ledger/ledger.ts";
import { createIssueMemory } from "../ledger/memory-ledger.ts";
import { findMarker } from "../plan/marker.ts";
import type { SnapshotRequest } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import type { Clients } from "./clients.ts";
import type { CommentTarget, FoundPost } from "./port.ts";
import { readSeenIssues } from "./snapshot/seen-issues.ts";
import { readSnapshot } from "./snapshot/read-snapshot.ts";

/** Finds Minutebook's comments on these threads, all pages, in one request for up to a hundred of them. */
export async function findComments(
  clients: Clients,
  targets: readonly CommentTarget[],
): Promise<readonly FoundPost[]> {
  if (targets.length === 0) return [];
  const repositories: Record<string, SnapshotRequest["repositories"][string]> = {};
  for (const { repository, number } of targets) {
    const threads = new Set(repositories[repository]?.threads).add(number);
    repositories[repository] = {
      threads: [...threads],
      milestones: false,
      labels: [],
      logins: [],
      actionIssues: false,
    };
  }
  const snapshot = await readSnapshot(clients, { repositories }, [], {
    memory: createIssueMemory(),
    // What is there was posted already: nobody asks whether it may be.
    readConfig: async () => ({ config: null, problems: [] }),
  });
  return Object.entries(snapshot.repositories).flatMap(([target, state]) =>
    Object.values(state.known ? state.threads : {}).flatMap((thread) =>
      (thread.known ? thread.comments : []).flatMap((comment) => {
        const { id, url, body } = comment;
        const key = findMarker(body)?.key;
        const isTouched = comment.reactions > 0 || comment.answered;
        return key === undefined || !thread.known
          ? []
          : [{ key, id, url, body, target, number: thread.number, isTouched }];
      }),
    ),
  );
}

/**
 * Finds Minutebook's issues in a repository, open and closed: all of them, or, where their list was read before,
 * those that changed since.
 */
export async function findIssues(
  client: Client,
  repository: RepositoryName,
  memory: IssueMemory,
): Promise<readonly FoundPost[]> {
  const { listed } = await readSeenIssues(client, repository, memory);
  return listed.flatMap(({ number, nodeId, url, body }) => {
    const key = findMarker(body)?.key;
    return key === undefined ? [] : [{ key, id: nodeId, number, url, body, target: repository }];
  });
}
