import type { RepositoryName } from "../../minutes/meeting.ts";
import { findMarker } from "../../plan/marker.ts";
import type { ActionIssueState } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";

const PER_PAGE = 100;

/** An issue as REST lists it, as far as it is needed. */
interface ListedIssue {
  readonly number: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly state_reason?: string | null;
  readonly closed_by?: { readonly login: string } | null;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly milestone: { readonly number: number; readonly title: string } | null;
  readonly locked: boolean;
  readonly comments: number;
  readonly user: { readonly login: string } | null;
  readonly pull_request?: unknown;
}

/**
 * Lists the issues of ours in a repository, open and closed: those that we opened and that carry a marker. A list, never
 * a search, whose index lags behind.
 */
export async function readActionIssues(
  client: Client,
  repository: RepositoryName,
  viewer: string,
): Promise<readonly ActionIssueState[]> {
  const [owner = "", repo = ""] = repository.split("/");
  const issues: ActionIssueState[] = [];
  for (let page = 1; ; page++) {
    const listed: readonly ListedIssue[] = await client.get("GET /repos/{owner}/{repo}/issues", {
      owner,
      repo,
      creator: viewer,
      state: "all",
      sort: "created",
      direction: "asc",
      per_page: PER_PAGE,
      page,
    });
    issues.push(
      ...listed.filter((issue) => isOwnIssue(issue, viewer)).map((issue) => toState(issue, viewer)),
    );
    if (listed.length < PER_PAGE) return issues;
  }
}

function isOwnIssue(issue: ListedIssue, viewer: string): boolean {
  if (issue.pull_request !== undefined && issue.pull_request !== null) return false;
  return isLogin(issue.user?.login, viewer) && findMarker(issue.body ?? "") !== null;
}

function toState(issue: ListedIssue, viewer: string): ActionIssueState {
  const state = issue.state === "closed" ? "closed" : "open";
  return {
    number: issue.number,
    nodeId: issue.node_id,
    url: issue.html_url,
    title: issue.title,
    body: issue.body ?? "",
    state,
    stateReason: (issue.state_reason ?? null) as ActionIssueState["stateReason"],
    closedBy:
      state === "open" || !issue.closed_by ? null : isLogin(issue.closed_by.login, viewer) ? "us" : "person",
    labels: issue.labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    milestone:
      issue.milestone === null ? null : { number: issue.milestone.number, title: issue.milestone.title },
    locked: issue.locked,
    activity: issue.comments,
  };
}

function isLogin(login: string | undefined, viewer: string): boolean {
  return login?.toLowerCase() === viewer.toLowerCase();
}
