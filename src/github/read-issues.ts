import { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import type { FoundIssue } from "./port.ts";
import { UnansweredError } from "./read-answer.ts";
import { activityOf } from "./snapshot/action-issues.ts";
import { readRepositories } from "./snapshot/read-repositories.ts";
import { WRITTEN_NUMBERED } from "./written.ts";
import { partsOf } from "../minutes/repository-name.ts";

const ISSUE = WRITTEN_NUMBERED.extend({
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(["open", "closed"]),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  milestone: z.object({ number: z.number(), title: z.string() }).nullable(),
  comments: z.number(),
  repository_url: z.string(),
});

/**
 * An issue as it is now.
 *
 * @throws GitHubError, transient where it is in another repository by now
 */
export async function readIssue(
  client: Client,
  repository: RepositoryName,
  number: number,
): Promise<FoundIssue> {
  const { owner, repo } = partsOf(repository);
  const asked = { owner, repo, issue_number: number };
  const issue = await client.get("GET /repos/{owner}/{repo}/issues/{issue_number}", asked, ISSUE);
  if (!issue.repository_url.toLowerCase().endsWith(`/repos/${repository.toLowerCase()}`))
    throw new UnansweredError(gitHubMessage("issue-just-moved", { repository, number }));
  return {
    id: issue.id,
    number: issue.number,
    url: issue.html_url,
    dropped: [],
    title: issue.title,
    body: issue.body ?? "",
    state: issue.state,
    labels: issue.labels.map((label) => (typeof label === "string" ? label : (label.name ?? ""))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    milestone: issue.milestone,
    activity: issue.comments,
  };
}

const NOTHING_ELSE = { threads: [], milestones: false, labels: [], logins: [], actionIssues: false };

/** Many issues as they are now, in one request. One that is not there any more is left out. */
export async function readIssues(
  client: Client,
  repository: RepositoryName,
  numbers: readonly number[],
): Promise<readonly FoundIssue[]> {
  const question = { repository, request: NOTHING_ELSE, issues: numbers };
  const { repositories } = await readRepositories(client, [question]);
  const nodes = repositories.flatMap(({ issues }) => [...issues.values()]).filter((node) => node !== null);
  return nodes.map((node) => ({
    id: node.number,
    number: node.number,
    url: node.url,
    dropped: [],
    title: node.title,
    body: node.body,
    state: node.state === "CLOSED" ? "closed" : "open",
    labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    assignees: (node.assignees.nodes ?? []).flatMap((assignee) => assignee?.login ?? []),
    milestone: node.milestone,
    activity: activityOf(node),
  }));
}
