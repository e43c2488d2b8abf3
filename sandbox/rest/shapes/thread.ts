import { isAssignable } from "../../world/access.ts";
import type { Account, Comment, Issue, Label, Milestone, Post, PullRequest } from "../../world/entities.ts";
import { commentUrl, milestoneUrl, repositoryApi, threadUrl } from "../../world/links.ts";
import type { Repository } from "../../world/repository.ts";
import type { World } from "../../world/world.ts";
import { instant, instantOrNull, userOrNull, userShape } from "./account.ts";

export function labelShape(world: World, label: Label) {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryApi(world, label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** How many issues and pull requests a milestone holds, by state. */
export function countOf(milestone: Milestone, state: "open" | "closed"): number {
  return [...milestone.repository.threads.values()].filter(
    (thread) =>
      thread.__typename !== "Discussion" && thread.milestone === milestone && thread.state === state,
  ).length;
}

export function milestoneShape(world: World, milestone: Milestone) {
  const url = `${repositoryApi(world, milestone.repository)}/milestones/${milestone.number}`;
  return {
    url,
    html_url: milestoneUrl(world, milestone),
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: userShape(world, milestone.creator),
    open_issues: countOf(milestone, "open"),
    closed_issues: countOf(milestone, "closed"),
    state: milestone.state,
    created_at: instant(milestone.createdAt),
    updated_at: instant(milestone.updatedAt),
    due_on: instantOrNull(milestone.dueOn),
    closed_at: instantOrNull(milestone.closedAt),
  };
}

/** GraphQL's names of reactions are REST's in words. */
const REACTIONS = ["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"] as const;

export function reactionsShape(post: Post, url: string) {
  const count = (content: string) => post.reactions.filter((reaction) => reaction.content === content).length;
  return {
    url: `${url}/reactions`,
    total_count: post.reactions.length,
    ...Object.fromEntries(REACTIONS.map((content) => [content, count(content)])),
  };
}

export function authorAssociation(repository: Repository, who: Account | null): string {
  if (who === null) return "NONE";
  if (repository.owner === who) return "OWNER";
  return isAssignable(repository, who) ? "MEMBER" : "NONE";
}

export function issueApi(world: World, thread: { repository: Repository; number: number }): string {
  return `${repositoryApi(world, thread.repository)}/issues/${thread.number}`;
}

/** An issue; a pull request too, as REST's issues show it. */
export function issueShape(world: World, thread: Issue | PullRequest) {
  const url = issueApi(world, thread);
  const html = threadUrl(world, thread);
  const pull = thread.__typename === "PullRequest" ? thread : null;
  return {
    url,
    repository_url: repositoryApi(world, thread.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: thread.id,
    node_id: thread.nodeId,
    number: thread.number,
    title: thread.title,
    user: userOrNull(world, thread.author),
    labels: thread.labels.map((label) => labelShape(world, label)),
    state: thread.state,
    locked: thread.locked,
    assignee: userOrNull(world, thread.assignees[0] ?? null),
    assignees: thread.assignees.map((who) => userShape(world, who)),
    milestone: thread.milestone === null ? null : milestoneShape(world, thread.milestone),
    comments: thread.comments.length,
    created_at: instant(thread.createdAt),
    updated_at: instant(thread.updatedAt),
    closed_at: instantOrNull(thread.closedAt),
    author_association: authorAssociation(thread.repository, thread.author),
    active_lock_reason: thread.lockReason,
    body: thread.body === "" ? null : thread.body,
    closed_by: userOrNull(world, thread.closedBy),
    reactions: reactionsShape(thread, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: thread.stateReason,
    ...(thread.__typename === "Issue" ? { type: typeShape(thread) } : {}),
    ...(pull === null ? {} : { draft: pull.draft, pull_request: pullLinks(world, pull) }),
  };
}

function typeShape({ type, id }: Issue) {
  return type === null ? null : { id, node_id: `IT_${type}`, name: type, description: null };
}

function pullLinks(world: World, pull: PullRequest) {
  const html = threadUrl(world, pull);
  return {
    url: `${repositoryApi(world, pull.repository)}/pulls/${pull.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    merged_at: instantOrNull(pull.mergedAt),
  };
}

export function commentShape(world: World, comment: Comment) {
  const url = `${repositoryApi(world, comment.thread.repository)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentUrl(world, comment),
    issue_url: issueApi(world, comment.thread),
    id: comment.id,
    node_id: comment.nodeId,
    user: userOrNull(world, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    body: comment.body,
    author_association: authorAssociation(comment.thread.repository, comment.author),
    reactions: reactionsShape(comment, url),
    performed_via_github_app: null,
  };
}
