/** What GraphQL answers to the snapshot's queries, as far as it was asked for. */

export interface CommentNode {
  readonly id: string;
  readonly databaseId: number | null;
  readonly url: string;
  readonly body: string;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly author: { readonly __typename: string; readonly login: string } | null;
  readonly reactions: { readonly totalCount: number };
  readonly replies?: { readonly totalCount: number };
}

export interface CommentPage {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: readonly (CommentNode | null)[] | null;
}

export interface ThreadNode {
  readonly __typename: "Issue" | "PullRequest" | "Discussion";
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly locked: boolean;
  readonly createdAt: string;
  readonly issueState?: "OPEN" | "CLOSED";
  readonly pullState?: "OPEN" | "CLOSED" | "MERGED";
  readonly closed?: boolean;
  readonly repository: { readonly nameWithOwner: string };
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly milestone?: { readonly number: number; readonly title: string } | null;
  readonly milestoned?: {
    readonly nodes: readonly ({ readonly actor?: CommentNode["author"] } | null)[] | null;
  };
  readonly comments: CommentPage;
}

/** An issue of ours that minutes may be about. */
export interface ActionIssueNode {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: string | null;
  readonly locked: boolean;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly assignees: { readonly nodes: readonly ({ readonly login: string } | null)[] | null };
  readonly milestone: { readonly number: number; readonly title: string } | null;
  readonly comments: { readonly totalCount: number };
  readonly closedByPullRequestsReferences: { readonly totalCount: number } | null;
  readonly timelineItems: {
    readonly nodes: readonly ({ readonly actor?: CommentNode["author"] } | null)[] | null;
  };
}

export interface MilestoneNode {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly state: "OPEN" | "CLOSED";
  readonly url: string;
}

export interface MilestonePage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (MilestoneNode | null)[] | null;
}

export interface RepositoryNode {
  readonly nameWithOwner: string;
  readonly url: string;
  readonly visibility: "PUBLIC" | "INTERNAL" | "PRIVATE";
  readonly isArchived: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly defaultBranchRef: { readonly name: string } | null;
  readonly configuration: { readonly text?: string | null } | null;
  readonly milestones?: MilestonePage | null;
}

/** Threads, labels and assignable users stand beside the fixed fields, under aliases. */
export type Aliased = Readonly<Record<string, unknown>>;
