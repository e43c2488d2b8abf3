import { diffTrees, type FileDiff } from "../../git/diff.ts";
import { commitsBetween, mergeBase } from "../../git/history.ts";
import { readObject } from "../../git/objects.ts";
import type { PullRequest } from "../../world/entities.ts";
import { repositoryApi, threadUrl } from "../../world/links.ts";
import type { Repository } from "../../world/repository.ts";
import type { World } from "../../world/world.ts";
import { instantOrNull, userOrNull, userShape } from "./account.ts";
import { repositoryShape } from "./repository.ts";
import { issueApi, issueShape } from "./thread.ts";

/** What a pull request changes: from where it left its base to its head. */
export function pullFiles(pull: PullRequest): FileDiff[] {
  const { git } = pull.repository;
  const common = mergeBase(git, pull.baseSha, pull.headSha);
  const from = readObject(git, common ?? pull.baseSha, "Commit")?.tree ?? null;
  return diffTrees(git, from, readObject(git, pull.headSha, "Commit")?.tree ?? null);
}

function sideShape(world: World, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: userShape(world, repository.owner),
    repo: repositoryShape(world, repository),
  };
}

function linksOf(world: World, pull: PullRequest) {
  const url = `${repositoryApi(world, pull.repository)}/pulls/${pull.number}`;
  const html = threadUrl(world, pull);
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueApi(world, pull),
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryApi(world, pull.repository)}/pulls/comments{/number}`,
    comments_url: `${issueApi(world, pull)}/comments`,
    statuses_url: `${repositoryApi(world, pull.repository)}/statuses/${pull.headSha}`,
  };
}

/** A pull request as lists show it. */
export function simplePullShape(world: World, pull: PullRequest) {
  const issue = issueShape(world, pull);
  const links = linksOf(world, pull);
  const hrefs = {
    self: links.url,
    html: links.html_url,
    issue: links.issue_url,
    comments: links.comments_url,
    review_comments: links.review_comments_url,
    review_comment: links.review_comment_url,
    commits: links.commits_url,
    statuses: links.statuses_url,
  };
  return {
    ...links,
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    active_lock_reason: pull.lockReason,
    title: pull.title,
    user: issue.user,
    body: issue.body,
    labels: issue.labels,
    milestone: issue.milestone,
    created_at: issue.created_at,
    updated_at: issue.updated_at,
    closed_at: issue.closed_at,
    merged_at: instantOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeSha,
    assignee: issue.assignee,
    assignees: issue.assignees,
    requested_reviewers: [],
    requested_teams: [],
    head: sideShape(world, pull.headRepository, pull.headRef, pull.headSha),
    base: sideShape(world, pull.repository, pull.baseRef, pull.baseSha),
    _links: Object.fromEntries(Object.entries(hrefs).map(([name, href]) => [name, { href }])),
    author_association: issue.author_association,
    auto_merge: null,
    draft: pull.draft,
  };
}

/** A pull request in full. */
export function pullShape(world: World, pull: PullRequest) {
  return {
    ...simplePullShape(world, pull),
    merged: pull.mergedAt !== null,
    mergeable: true,
    rebaseable: true,
    mergeable_state: "clean",
    merged_by: userOrNull(world, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsBetween(pull.repository.git, pull.baseSha, pull.headSha).length,
    additions: 0,
    deletions: 0,
    changed_files: pullFiles(pull).length,
  };
}
