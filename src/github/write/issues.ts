import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { isWithoutLabel, refusesAssignees, refusesType } from "../refusals-in-words.ts";
import type { IssueChange } from "../../plan/issues/merge-issue.ts";
import type { IssueText, LabelText, PostedIssue } from "../port.ts";
import { WRITTEN_NUMBERED } from "../written.ts";
import { partsOf } from "../../minutes/repository-name.ts";

/** What GitHub says of an issue after a write. */
const WRITTEN_ISSUE = WRITTEN_NUMBERED.extend({
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  milestone: z.object({ number: z.number() }).nullish(),
  type: z.object({ name: z.string() }).nullish(),
});

type WrittenIssue = z.infer<typeof WRITTEN_ISSUE>;

/** Opens an issue; without the assignees and the type where GitHub does not take them. */
export async function createIssue(client: Client, issue: IssueText): Promise<PostedIssue> {
  return toPosted(await createAccepted(client, issue), issue);
}

/**
 * Somebody may have left since they were looked up, and types are the owner's, if it has any: what GitHub refuses of
 * these would cost the whole issue.
 */
async function createAccepted(client: Client, issue: IssueText): Promise<WrittenIssue> {
  try {
    return await create(client, issue);
  } catch (error) {
    if (refusesType(error) && issue.type !== undefined)
      return createAccepted(client, { ...issue, type: undefined });
    if (refusesAssignees(error) && issue.assignees.length > 0)
      return createAccepted(client, { ...issue, assignees: [] });
    throw error;
  }
}

async function create(client: Client, issue: IssueText): Promise<WrittenIssue> {
  const asked = {
    ...partsOf(issue.repository),
    title: issue.title,
    ...(issue.body === null ? {} : { body: issue.body }),
    labels: [...issue.labels],
    assignees: [...issue.assignees],
    ...(issue.milestone === null ? {} : { milestone: issue.milestone.number }),
    ...(issue.type === undefined ? {} : { type: issue.type }),
  };
  return client.write("POST /repos/{owner}/{repo}/issues", asked, WRITTEN_ISSUE);
}

/**
 * Changes an issue, and nothing of it that the change does not name. Labels and people come and go one by one, so that
 * a person who somebody else adds at the same moment stays. The text is written last: as long as it is not, all is
 * done again.
 *
 * @returns what GitHub left out without a word
 */
export async function updateIssue(
  client: Client,
  repository: RepositoryName,
  number: number,
  { labels, assignees, ...fields }: IssueChange,
): Promise<readonly string[]> {
  const asked = { ...partsOf(repository), issue_number: number };
  const dropped = [
    ...(labels.add.length === 0 ? [] : await addLabels(client, asked, labels.add)),
    ...(assignees.add.length === 0 ? [] : await addAssignees(client, asked, assignees.add)),
  ];
  for (const label of labels.remove) await removeLabel(client, repository, number, label);
  if (assignees.remove.length > 0) {
    await client.write(
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees",
      { ...asked, assignees: [...assignees.remove] },
      WRITTEN_ISSUE,
    );
  }
  if (Object.keys(fields).length > 0) await patch(client, asked, fields);
  return dropped;
}

interface Asked {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
}

/** An issue has room for so many labels only; what the minutes say is written anyway. */
async function addLabels(client: Client, asked: Asked, names: readonly string[]): Promise<readonly string[]> {
  const there = await client
    .write(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
      { ...asked, labels: [...names] },
      z.array(z.object({ name: z.string() })),
    )
    .then((written) => written.map(({ name }) => name), noneIfInvalid);
  return missingFrom(names, there).map((name) => `label "${name}"`);
}

/** Somebody may have left since they were looked up. */
async function addAssignees(
  client: Client,
  asked: Asked,
  logins: readonly string[],
): Promise<readonly string[]> {
  const there = await client
    .write(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees",
      { ...asked, assignees: [...logins] },
      WRITTEN_ISSUE,
    )
    .then(assigneesOf, noneIfInvalid);
  return missingFrom(logins, there).map((login) => `assignee ${login}`);
}

function noneIfInvalid(error: unknown): readonly string[] {
  if (error instanceof GitHubError && error.status === 422) return [];
  throw error;
}

async function patch(
  client: Client,
  asked: Asked,
  { stateReason, ...fields }: Omit<IssueChange, "labels" | "assignees">,
): Promise<void> {
  const reason = stateReason === undefined || stateReason === null ? {} : { state_reason: stateReason };
  const changed = { ...asked, ...fields, ...reason };
  await client.write("PATCH /repos/{owner}/{repo}/issues/{issue_number}", changed, WRITTEN_ISSUE);
}

export async function assignMilestone(
  client: Client,
  repository: RepositoryName,
  number: number,
  milestone: number | null,
): Promise<void> {
  const asked = { ...partsOf(repository), issue_number: number, milestone };
  await client.write("PATCH /repos/{owner}/{repo}/issues/{issue_number}", asked, WRITTEN_ISSUE);
}

export async function createLabel(client: Client, label: LabelText): Promise<void> {
  const { name, color, description } = label;
  const asked = { ...partsOf(label.repository), name, color, description };
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
    const asked = { ...partsOf(repository), issue_number: number, name: label };
    await client.write(
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}",
      asked,
      z.array(z.looseObject({})),
    );
  } catch (error) {
    if (!isWithoutLabel(error)) throw error;
  }
}

function toPosted(written: WrittenIssue, asked: IssueText): PostedIssue {
  const dropped = [
    ...missingFrom(asked.labels, labelsOf(written)).map((name) => `label "${name}"`),
    ...missingFrom(asked.assignees, assigneesOf(written)).map((login) => `assignee ${login}`),
    ...(asked.milestone !== null && written.milestone?.number !== asked.milestone.number
      ? [`milestone "${asked.milestone.title}"`]
      : []),
    ...(asked.type === undefined || isSameType(written, asked.type) ? [] : [`type "${asked.type}"`]),
  ];
  return { id: written.id, number: written.number, url: written.html_url, dropped };
}

/** GitHub finds a type whatever its case. */
function isSameType({ type }: WrittenIssue, asked: string): boolean {
  return type?.name.toLowerCase() === asked.toLowerCase();
}

function labelsOf({ labels }: Pick<WrittenIssue, "labels">): readonly string[] {
  return labels.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
}

function assigneesOf({ assignees }: Pick<WrittenIssue, "assignees">): readonly string[] {
  return (assignees ?? []).map(({ login }) => login);
}

function missingFrom(asked: readonly string[], written: readonly string[]): readonly string[] {
  const there = new Set(written.map((name) => name.toLowerCase()));
  return asked.filter((name) => !there.has(name.toLowerCase()));
}
