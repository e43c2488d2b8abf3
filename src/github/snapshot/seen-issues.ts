import type { IssueMemory, SeenIssue } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { renderFingerprint } from "../../plan/issues/fingerprint.ts";
import { findMarker } from "../../plan/marker.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { readViewer } from "../write/people.ts";
import { assertAllListed } from "./count-own-issues.ts";
import { listOwnIssues, type OwnIssue, type OwnIssues } from "./list-own-issues.ts";

/** What a list shows of our issues, and what else is known to exist. */
export interface SeenIssues {
  /** The issues of Minutebook that the list showed: all, or those that changed since it was read before. */
  readonly listed: readonly OwnIssue[];
  /** All that are known. */
  readonly all: readonly SeenIssue[];
}

/**
 * Reads which of Minutebook's issues a repository has, open and closed: all of them once, afterwards what changed
 * since. A list, never a search, whose index lags behind and that only counts; by REST, since GraphQL does not find
 * the issues of a bot everywhere (renovatebot/renovate#44730).
 *
 * @returns nothing listed where GitHub refuses the list: issues are switched off, or it is not for us
 */
export async function readSeenIssues(
  client: Client,
  repository: RepositoryName,
  memory: IssueMemory,
): Promise<SeenIssues> {
  const target = repository.toLowerCase();
  const { listing: last, issues } = await memory.recallIssues(target);
  const viewer = await readViewer(client);
  const listing = last?.viewer === viewer ? last : null;
  const ask = () => listWhereAllowed(client, repository, viewer, listing?.readAt ?? null);
  const first = await ask();
  // Where none of Minutebook's is known yet, nobody knows what a list leaves out: an empty one is asked for twice,
  // and counted.
  const isNew = listing === null && issues.length === 0;
  const list = isNew && first.isEmpty && first.readAt !== null ? await ask() : first;
  if (isNew && list.readAt !== null)
    await assertAllListed(client, { repository, viewer, listed: list.count });
  const news = list.issues.flatMap(({ number, body }): readonly SeenIssue[] => {
    const marker = findMarker(body);
    return marker?.kind === "issue"
      ? [{ target, number, marker: renderFingerprint(marker), state: "there" }]
      : [];
  });
  await memory.rememberIssues(news);
  // An empty list is asked for the same the next time: GitHub says at no cost that nothing changed, and one that was
  // empty by mistake does no harm.
  if (!list.isEmpty && list.readAt !== null)
    await memory.rememberListing({ target, viewer, readAt: list.readAt });
  const all = new Map([...issues, ...news].map((issue) => [issue.number, issue]));
  return { listed: list.issues, all: [...all.values()] };
}

async function listWhereAllowed(
  client: Client,
  repository: RepositoryName,
  viewer: string,
  since: string | null,
): Promise<OwnIssues> {
  try {
    return await listOwnIssues(client, repository, { viewer, since });
  } catch (error) {
    if (!(error instanceof GitHubError) || error.kind !== "refused") throw error;
    return { issues: [], isEmpty: true, count: 0, readAt: null, nextPage: null };
  }
}
