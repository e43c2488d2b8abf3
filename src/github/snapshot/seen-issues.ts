import type { IssueMemory, SeenIssue } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { findMarker, renderMarker } from "../../plan/marker.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { readViewer } from "../write/people.ts";

const PER_PAGE = 100;

/** GitHub's lists lag behind its writes; what changed so long before the last reading is read once more. */
const OVERLAP_MS = 5 * 60 * 1000;

/** An issue as REST lists it, as far as it is needed. */
interface ListedIssue {
  readonly number: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly body?: string | null;
  readonly user: { readonly login: string } | null;
  readonly pull_request?: unknown;
}

/** An issue of ours that a list shows. */
export interface OwnIssue {
  readonly number: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
}

/** What a list shows of our issues, and what else is known to stand. */
export interface SeenIssues {
  /** The issues of ours that the list showed: all, or those that changed since it was read before. */
  readonly listed: readonly OwnIssue[];
  /** All that are known. */
  readonly all: readonly SeenIssue[];
}

/**
 * Reads which issues of ours a repository has, open and closed: all of them once, afterwards what changed since. A list,
 * never a search, whose index lags behind; by REST, since GraphQL does not find the issues of a bot everywhere
 * (renovatebot/renovate#44730).
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
  const list = await listChanged(client, repository, viewer, listing?.readAt ?? null);
  const listed = list.issues.filter((issue) => isOwnIssue(issue, viewer)).map(toOwn);
  const news = listed.flatMap(({ number, body }): readonly SeenIssue[] => {
    const marker = findMarker(body);
    return marker === null ? [] : [{ target, number, marker: renderMarker(marker), state: "there" }];
  });
  await memory.rememberIssues(news);
  // An empty list is asked for the same the next time: GitHub says at no cost that nothing changed, and one that was
  // empty by mistake does no harm.
  if (list.issues.length > 0 && list.readAt !== null)
    await memory.rememberListing({ target, viewer, readAt: list.readAt });
  const all = new Map([...issues, ...news].map((issue) => [issue.number, issue]));
  return { listed, all: [...all.values()] };
}

interface Listed {
  readonly issues: readonly ListedIssue[];
  /** GitHub's clock at the first page. null: it was not read. */
  readonly readAt: string | null;
}

async function listChanged(
  client: Client,
  repository: RepositoryName,
  viewer: string,
  since: string | null,
): Promise<Listed> {
  try {
    return await listAll(client, repository, viewer, since);
  } catch (error) {
    if (error instanceof GitHubError && error.kind === "refused") return { issues: [], readAt: null };
    throw error;
  }
}

/** With the latest change first, what changes between two pages is shown twice and never left out. */
async function listAll(
  client: Client,
  repository: RepositoryName,
  viewer: string,
  since: string | null,
): Promise<Listed> {
  const [owner = "", repo = ""] = repository.split("/");
  const issues = new Map<number, ListedIssue>();
  let readAt: string | null = null;
  for (let page = 1; ; page++) {
    const answer = await client.page("GET /repos/{owner}/{repo}/issues", {
      owner,
      repo,
      creator: viewer,
      state: "all",
      sort: since === null ? "created" : "updated",
      direction: since === null ? "asc" : "desc",
      ...(since === null ? {} : { since: before(since) }),
      per_page: PER_PAGE,
      page,
    });
    readAt ??= answer.date;
    for (const issue of answer.data) if (!issues.has(issue.number)) issues.set(issue.number, issue);
    if (answer.next === null) return { issues: [...issues.values()], readAt };
  }
}

function before(instant: string): string {
  return new Date(Date.parse(instant) - OVERLAP_MS).toISOString();
}

function isOwnIssue(issue: ListedIssue, viewer: string): boolean {
  if (issue.pull_request !== undefined && issue.pull_request !== null) return false;
  const isOurs = issue.user?.login.toLowerCase() === viewer.toLowerCase();
  return isOurs && findMarker(issue.body ?? "") !== null;
}

function toOwn({ number, node_id, html_url, body }: ListedIssue): OwnIssue {
  return { number, nodeId: node_id, url: html_url, body: body ?? "" };
}
