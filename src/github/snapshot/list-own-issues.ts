import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { findMarker } from "../../plan/marker.ts";
import type { Client } from "../client.ts";
import { isSameName, partsOf } from "../../minutes/repository-name.ts";

const PER_PAGE = 100;

/** GitHub's lists lag behind its writes; what changed so long before the last reading is read once more. */
const OVERLAP_MS = 5 * 60 * 1000;

/** An issue as REST lists it, as far as it is needed. */
const LISTED = z.object({
  number: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  updated_at: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
  pull_request: z.unknown().optional(),
});

type ListedIssue = z.infer<typeof LISTED>;

/** An issue of Minutebook that a list shows. */
export interface OwnIssue {
  readonly number: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  readonly state: "open" | "closed" | "reopened";
  /** When it changed last, as an ISO instant by GitHub's clock. null: it did not say. */
  readonly updatedAt: string | null;
}

export interface OwnIssues {
  readonly issues: readonly OwnIssue[];
  /** Whether the list showed nothing at all: that may be a mistake of GitHub's. */
  readonly isEmpty: boolean;
  /** How many issues it showed, Minutebook's or copies of them. */
  readonly count: number;
  /** GitHub's clock at the first page, as an ISO instant. null: it did not say. */
  readonly readAt: string | null;
  /** The first page that was not read. null: it was read to its end. */
  readonly nextPage: number | null;
}

/** Which pages of the list are read. */
export interface Pages {
  readonly from: number;
  readonly most: number;
}

const ALL: Pages = { from: 1, most: Number.POSITIVE_INFINITY };

/**
 * Lists Minutebook's issues in a repository, open and closed. With the latest change first, what changes between two
 * pages is shown twice and never left out.
 *
 * @param whose - Our login there, and when they were listed last, by GitHub's clock: an ISO instant. null: all are
 *   wanted.
 */
export async function listOwnIssues(
  client: Client,
  repository: RepositoryName,
  { viewer, since }: { readonly viewer: string; readonly since: string | null },
  { from, most }: Pages = ALL,
): Promise<OwnIssues> {
  const { owner, repo } = partsOf(repository);
  const issues = new Map<number, ListedIssue>();
  let readAt: string | null = null;
  for (let page = from; ; page++) {
    const asked = {
      owner,
      repo,
      creator: viewer,
      state: "all",
      sort: since === null ? "created" : "updated",
      direction: since === null ? "asc" : "desc",
      ...(since === null ? {} : { since: before(since) }),
      per_page: PER_PAGE,
      page,
    } as const;
    const answer = await client.page("GET /repos/{owner}/{repo}/issues", asked, z.array(LISTED));
    readAt ??= answer.date;
    for (const issue of answer.data) if (!issues.has(issue.number)) issues.set(issue.number, issue);
    const nextPage = answer.next === null ? null : page + 1;
    if (nextPage !== null && nextPage < from + most) continue;
    const listed = [...issues.values()];
    const own = listed.filter((issue) => isOwnIssue(issue, viewer)).map(toOwn);
    const count = listed.filter(({ pull_request: pull }) => pull === undefined || pull === null).length;
    return { issues: own, isEmpty: listed.length === 0, count, readAt, nextPage };
  }
}

function before(instant: string): string {
  return new Date(Date.parse(instant) - OVERLAP_MS).toISOString();
}

function isOwnIssue(issue: ListedIssue, viewer: string): boolean {
  if (issue.pull_request !== undefined && issue.pull_request !== null) return false;
  const isOurs = isSameName(viewer, issue.user?.login);
  return isOurs && findMarker(issue.body ?? "") !== null;
}

function toOwn(issue: ListedIssue): OwnIssue {
  const { number, node_id, html_url, body, state, state_reason, updated_at } = issue;
  const isReopened = state === "open" && state_reason === "reopened";
  return {
    number,
    nodeId: node_id,
    url: html_url,
    body: body ?? "",
    state: isReopened ? "reopened" : state === "open" ? "open" : "closed",
    updatedAt: updated_at ?? null,
  };
}
