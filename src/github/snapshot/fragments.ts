/** Comments asked for at once on each thread, newest first page first. */
const COMMENTS_PER_PAGE = 100;

const comment = `
  id databaseId url body isMinimized viewerDidAuthor
  author { __typename login }
  reactions { totalCount }`;

/** The last page of comments, or the one before `cursor`. */
export function commentsOf(kind: "issue" | "discussion", cursor: string | null): string {
  const before = cursor === null ? "" : `, before: ${cursor}`;
  const replies = kind === "discussion" ? " replies { totalCount }" : "";
  return `comments(last: ${COMMENTS_PER_PAGE}${before}) {
    pageInfo { hasPreviousPage startCursor }
    nodes { ${comment}${replies} }
  }`;
}

const shared = "id number title url locked createdAt";

/** Who set the milestone last. */
const MILESTONED = `milestoned: timelineItems(last: 1, itemTypes: [MILESTONED_EVENT]) {
    nodes { ... on MilestonedEvent { actor { __typename login } } }
  }`;

/** What is asked about a thread of either kind. */
export const THREAD_FRAGMENTS = `
fragment issue on Issue {
  __typename ${shared} issueState: state closedAt repository { nameWithOwner }
  labels(first: 100) { nodes { name } }
  milestone { number title } ${MILESTONED}
  ${commentsOf("issue", null)}
}
fragment pull on PullRequest {
  __typename ${shared} pullState: state closedAt repository { nameWithOwner }
  labels(first: 100) { nodes { name } }
  milestone { number title } ${MILESTONED}
  ${commentsOf("issue", null)}
}
fragment discussion on Discussion {
  __typename ${shared} closed closedAt repository { nameWithOwner }
  labels(first: 100) { nodes { name } }
  ${commentsOf("discussion", null)}
}`;

/**
 * What is asked about one of Minutebook's issues. Linked pull requests count, closed ones too: somebody worked on it.
 */
export const ACTION_ISSUE_FRAGMENT = `
fragment action on Issue {
  id number url title body state stateReason closedAt locked
  labels(first: 100) { nodes { name } }
  assignees(first: 20) { nodes { login } }
  milestone { number title }
  comments { totalCount }
  closedByPullRequestsReferences(first: 1, includeClosedPrs: true) { totalCount }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes { ... on ClosedEvent { actor { __typename login } } }
  }
}`;

const MILESTONE_FIELDS = "number title description state url";

/** The first page of milestones, or the one after `cursor`; the newest first. */
export function milestonesOf(cursor: string | null): string {
  const after = cursor === null ? "" : `, after: ${cursor}`;
  return `milestones(first: 100${after}, orderBy: {field: NUMBER, direction: DESC}) {
    pageInfo { hasNextPage endCursor }
    nodes { ${MILESTONE_FIELDS} }
  }`;
}
