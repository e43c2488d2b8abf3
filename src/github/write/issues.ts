import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError, isMissing } from "../errors.ts";
import type { IssueState, IssueText, LabelText, PostedIssue } from "../port.ts";
import { WRITTEN_NUMBERED } from "../written.ts";

/** What GitHub says of an issue after a write. */
const WRITTEN_ISSUE = WRITTEN_NUMBERED.extend({
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  milestone: z.object({ number: z.number() }).nullish(),
});

type WrittenIssue = z.infer<typeof WRITTEN_ISSUE>;

/** Opens an issue; without the assignees where GitHub does not take them. */
export async function createIssue(client: Client, issue: IssueText): Promise<PostedIssue> {
  return withoutRefusedAssignees(issue, (text) => create(client, text));
}

async function create(client: Client, issue: IssueText): Promise<WrittenIssue> {
  const asked = {
    ...nameOf(issue.repository),
    title: issue.title,
    ...(issue.body === null ? {} : { body: issue.body }),
    labels: [...issue.labels],
    assignees: [...issue.assignees],
    ...(issue.milestone === null ? {} : { milestone: issue.milestone.number }),
  };
  return client.write("POST /repos/{owner}/{repo}/issues", asked, WRITTEN_ISSUE);
}

/** Writes an issue, and opens or closes it where `state` says so; without the assignees where GitHub does not take them. */
export async function updateIssue(
  client: Client,
  number: number,
  issue: IssueText,
  state: IssueState | null,
): Promise<PostedIssue> {
  return withoutRefusedAssignees(issue, (text) => update(client, number, text, state));
}

async function update(
  client: Client,
  number: number,
  issue: IssueText,
  state: IssueState | null,
): Promise<WrittenIssue> {
  const asked = {
    ...nameOf(issue.repository),
    issue_number: number,
    title: issue.title,
    ...(issue.body === null ? {} : { body: issue.body }),
    labels: [...issue.labels],
    assignees: [...issue.assignees],
    milestone: issue.milestone?.number ?? null,
    ...(state === null ? {} : { state: state.state }),
    ...(state?.state === "closed" && state.stateReason !== null ? { state_reason: state.stateReason } : {}),
  };
  return client.write("PATCH /repos/{owner}/{repo}/issues/{issue_number}", asked, WRITTEN_ISSUE);
}

/** Somebody may have left since they were looked up, and one name that GitHub refuses would cost the whole issue. */
async function withoutRefusedAssignees(
  issue: IssueText,
  write: (text: IssueText) => Promise<WrittenIssue>,
): Promise<PostedIssue> {
  try {
    return toPosted(await write(issue), issue);
  } catch (error) {
    const refused =
      error instanceof GitHubError && error.status === 422 && /\bassignees?\b/.test(error.message);
    if (!refused || issue.assignees.length === 0) throw error;
    return toPosted(await write({ ...issue, assignees: [] }), issue);
  }
}

export async function assignMilestone(
  client: Client,
  repository: RepositoryName,
  number: number,
  milestone: number,
): Promise<void> {
  const asked = { ...nameOf(repository), issue_number: number, milestone };
  await client.write("PATCH /repos/{owner}/{repo}/issues/{issue_number}", asked, WRITTEN_ISSUE);
}

export async function createLabel(client: Client, label: LabelText): Promise<void> {
  const { name, color, description } = label;
  const asked = { ...nameOf(label.repository), name, color, description };
  await client.write("POST /repos/{owner}/{repo}/labels", asked, z.looseObject({}));
}

/** Takes a label off an issue; one that is off already is as good. */
export async function removeLabel(
  client: Client,
  repository: RepositoryName,
  number: number,
  label: string,
): Promise<void> {
  try {
    const asked = { ...nameOf(repository), issue_number: number, name: label };
    await client.write(
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}",
      asked,
      z.array(z.looseObject({})),
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function toPosted(written: WrittenIssue, asked: IssueText): PostedIssue {
  const labels = written.labels.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
  const logins = (written.assignees ?? []).map(({ login }) => login);
  const dropped = [
    ...missingFrom(asked.labels, labels).map((name) => `label "${name}"`),
    ...missingFrom(asked.assignees, logins).map((login) => `assignee ${login}`),
    ...(asked.milestone !== null && written.milestone?.number !== asked.milestone.number
      ? [`milestone "${asked.milestone.title}"`]
      : []),
  ];
  return { id: written.id, number: written.number, url: written.html_url, dropped };
}

function missingFrom(asked: readonly string[], written: readonly string[]): readonly string[] {
  const there = new Set(written.map((name) => name.toLowerCase()));
  return asked.filter((name) => !there.has(name.toLowerCase()));
}

function nameOf(repository: RepositoryName): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
