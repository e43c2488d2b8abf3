import { gitHubMessage } from "../../messages/github-errors.ts";
import type { IssueMemory, SeenIssue } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { mayConcern } from "../../plan/issues/concerned.ts";
import { renderFingerprint } from "../../plan/issues/fingerprint.ts";
import { findMarker } from "../../plan/marker.ts";
import type { ActionIssueState, RepositoryRequest } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { UnansweredError } from "../read-answer.ts";
import type { ActionIssueNode } from "./answers.ts";
import { findMove } from "./follow-transferred.ts";
import { isOwn } from "./own-comments.ts";
import { readSeenMarker } from "./seen-marker.ts";

/** The issues of Minutebook that a plan may have to do with, of all that are known. */
export function pickConcerned(
  seen: readonly SeenIssue[],
  { concern, threads }: RepositoryRequest,
): readonly SeenIssue[] {
  if (concern === undefined) return seen;
  return seen.filter((issue) => {
    if (threads.includes(issue.number)) return true;
    const found = readSeenMarker(issue);
    return found !== null && mayConcern(found, concern);
  });
}

/**
 * What became of each of these issues, by what GitHub just answered. One that is not there any more is asked for by its
 * old address, once, and remembered as gone.
 *
 * @throws GitHubError, transient, where GitHub's answers contradict each other: what exists is no clean slate
 */
export async function toActionIssues(
  client: Client,
  repository: RepositoryName,
  seen: readonly SeenIssue[],
  answer: { readonly nodes: ReadonlyMap<number, ActionIssueNode | null>; readonly viewer: string },
  memory: IssueMemory,
): Promise<readonly ActionIssueState[]> {
  const states: ActionIssueState[] = [];
  for (const issue of seen) {
    const node = answer.nodes.get(issue.number) ?? null;
    if (node !== null) {
      await learn(node, issue, memory);
      states.push(toState(node, issue, answer.viewer));
    } else if (issue.state === "there") {
      const gone = { ...issue, state: await findFate(client, repository, issue.number, memory) };
      await memory.rememberIssues([gone]);
      states.push(toGone(gone));
    } else states.push(toGone(issue));
  }
  return states;
}

/** Keeps what the issue says, where an earlier version kept it in another form. */
async function learn(node: ActionIssueNode, issue: SeenIssue, memory: IssueMemory): Promise<void> {
  const found = readSeenMarker(issue)?.text === "" ? findMarker(node.body) : null;
  if (found?.kind !== "issue" || found.text === "") return;
  await memory.rememberIssues([{ ...issue, marker: renderFingerprint(found) }]);
}

async function findFate(
  client: Client,
  repository: RepositoryName,
  number: number,
  memory: IssueMemory,
): Promise<"deleted" | "moved"> {
  const fate = await findMove(client, repository, number);
  if (fate === "deleted") return "deleted";
  if (fate === "nowhere") await assertNotRecent(repository, number, memory);
  if (fate !== "here" && fate !== "refused") return "moved";
  // Taking it for gone would be remembered: neither a lag nor a missing permission may do that.
  const issue = { repository, number };
  throw fate === "here"
    ? new GitHubError(gitHubMessage("issue-not-listed", issue), { kind: "transient" })
    : new GitHubError(gitHubMessage("issue-not-shown", issue), { kind: "refused" });
}

/** What was written a moment ago and is not found has not gone: GitHub does not show it yet. */
async function assertNotRecent(
  repository: RepositoryName,
  number: number,
  memory: IssueMemory,
): Promise<void> {
  const recent = await memory.recallRecent({ issuesIn: repository });
  if (!recent.some((post) => post.number === number)) return;
  throw new UnansweredError(gitHubMessage("recent-issue-not-shown", { repository, number }));
}

/** How much people did about it: their comments, and pull requests that are to close it. */
export function activityOf({
  comments,
  closedByPullRequestsReferences: pulls,
}: Pick<ActionIssueNode, "comments" | "closedByPullRequestsReferences">): number {
  return comments.totalCount + (pulls?.totalCount ?? 0);
}

/** A closed issue's closer is in its last closing event. */
function toState(node: ActionIssueNode, { marker }: SeenIssue, viewer: string): ActionIssueState {
  const state = node.state === "CLOSED" ? "closed" : "open";
  const closer = node.timelineItems.nodes?.[0]?.actor ?? null;
  const isOurs = closer !== null && isOwn({ author: closer, viewerDidAuthor: false }, viewer);
  return {
    number: node.number,
    nodeId: node.id,
    url: node.url,
    title: node.title,
    body: node.body,
    state,
    stateReason: (node.stateReason?.toLowerCase() ?? null) as ActionIssueState["stateReason"],
    closedAt: node.closedAt,
    closedBy: state === "open" || closer === null ? null : isOurs ? "us" : "person",
    labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    assignees: (node.assignees.nodes ?? []).flatMap((assignee) => assignee?.login ?? []),
    milestone: node.milestone,
    locked: node.locked,
    activity: activityOf(node),
    ledgerKey: findMarker(marker)?.key ?? null,
  };
}

/** Of one that is gone, its marker tells which action it was. */
function toGone({ target, number, marker, state }: SeenIssue): ActionIssueState {
  return {
    number,
    nodeId: "",
    url: "",
    title: `${target}#${number}`,
    body: marker,
    state: "closed",
    stateReason: null,
    closedBy: "person",
    labels: [],
    assignees: [],
    milestone: null,
    locked: false,
    activity: 0,
    gone: state === "deleted" ? "deleted" : "moved",
  };
}
