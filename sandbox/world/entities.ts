import type { GitStore } from "../git/objects.ts";

/**
 * What the sandbox's GitHub holds. `__typename` is GraphQL's name of the type; `id` is REST's, `nodeId` GraphQL's.
 * Entities change as GitHub's do; texts and shapes of answers are made from them when they are asked for.
 */
export interface Account {
  readonly __typename: "User" | "Organization" | "Bot";
  readonly id: number;
  readonly nodeId: string;
  login: string;
  name: string | null;
  /** Logins, in lower case, that this owner blocked. */
  readonly blocked: Set<string>;
}

export type Permission = "none" | "read" | "triage" | "write" | "maintain" | "admin";

export interface Label {
  readonly __typename: "Label";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  name: string;
  color: string;
  description: string | null;
  readonly createdAt: Date;
}

export interface Milestone {
  readonly __typename: "Milestone";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly number: number;
  title: string;
  description: string | null;
  state: "open" | "closed";
  readonly creator: Account;
  dueOn: Date | null;
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

export interface Reaction {
  readonly __typename: "Reaction";
  readonly id: number;
  readonly nodeId: string;
  readonly content: string;
  readonly user: Account;
  readonly createdAt: Date;
}

/** What a comment and a thread share. */
export interface Post {
  readonly id: number;
  readonly nodeId: string;
  author: Account | null;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
  editedAt: Date | null;
  readonly reactions: Reaction[];
}

export interface Comment extends Post {
  readonly __typename: "IssueComment" | "DiscussionComment";
  thread: Thread;
  /** Why it is hidden, in GraphQL's lower-case words ("outdated"); null: it is not. */
  minimizedReason: string | null;
  /** Discussions: the comment that it answers. */
  readonly replyTo: Comment | null;
}

/** "resolved" and "outdated" are a discussion's. */
export type StateReason = "completed" | "not_planned" | "reopened" | "duplicate" | "resolved" | "outdated";

/** Something that happened to a thread, as the timeline tells it. */
export interface TimelineEvent {
  readonly __typename: string;
  readonly id: number;
  readonly nodeId: string;
  /** REST's name of it. */
  readonly event: string;
  readonly actor: Account | null;
  readonly createdAt: Date;
  readonly [detail: string]: unknown;
}

interface ThreadBase extends Post {
  repository: Repository;
  number: number;
  title: string;
  state: "open" | "closed";
  stateReason: StateReason | null;
  locked: boolean;
  lockReason: string | null;
  readonly labels: Label[];
  readonly comments: Comment[];
  readonly events: TimelineEvent[];
  closedAt: Date | null;
  closedBy: Account | null;
}

export interface Issue extends ThreadBase {
  readonly __typename: "Issue";
  /** Pull requests that people linked by hand, under "Development". */
  readonly linked: PullRequest[];
  readonly assignees: Account[];
  milestone: Milestone | null;
  type: string | null;
}

export interface PullRequest extends ThreadBase {
  readonly __typename: "PullRequest";
  readonly assignees: Account[];
  milestone: Milestone | null;
  /** Branch names; the head may be of a fork. */
  readonly baseRef: string;
  readonly headRef: string;
  readonly headRepository: Repository;
  /** The commit of the base branch, kept once the pull request is closed. */
  baseSha: string;
  headSha: string;
  draft: boolean;
  mergedAt: Date | null;
  mergedBy: Account | null;
  mergeSha: string | null;
}

export interface Discussion extends ThreadBase {
  readonly __typename: "Discussion";
  readonly category: string;
  readonly answer: Comment | null;
}

export type Thread = Issue | PullRequest | Discussion;

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckRun {
  readonly __typename: "CheckRun";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly suiteId: number;
  name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  externalId: string;
  detailsUrl: string | null;
  startedAt: Date | null;
  completedAt: Date | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
  actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export type Level = "read" | "write" | "admin";
export type Permissions = Readonly<Record<string, Level>>;

/** The app on one account, for all of its repositories or some. */
export interface Installation {
  readonly id: number;
  readonly account: Account;
  /** null: all of the account's. */
  repositories: Set<Repository> | null;
  permissions: Permissions;
  events: readonly string[];
  suspended: boolean;
  readonly createdAt: Date;
}

/** Who asks. */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "app" }
  | { readonly kind: "user"; readonly account: Account }
  | {
      readonly kind: "installation";
      readonly account: Account;
      readonly installation: Installation;
      readonly permissions: Permissions;
      /** What the token was narrowed to; null: all of the installation's. */
      readonly repositories: ReadonlySet<Repository> | null;
    };

export type Visibility = "public" | "internal" | "private";

export interface Repository {
  readonly __typename: "Repository";
  readonly id: number;
  readonly nodeId: string;
  owner: Account;
  name: string;
  description: string | null;
  visibility: Visibility;
  archived: boolean;
  hasIssues: boolean;
  hasDiscussions: boolean;
  defaultBranch: string;
  readonly fork: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  pushedAt: Date;
  readonly git: GitStore;
  /** `refs/heads/main` to the commit's hash. */
  readonly refs: Map<string, string>;
  /** Where each of them was before it moved last. */
  readonly formerRefs: Map<string, string>;
  readonly threads: Map<number, Thread>;
  /** Numbers of issues that were transferred away, to where they are; "deleted" for those that are no more. */
  readonly goneThreads: Map<number, Thread | "deleted">;
  /** By name in lower case. */
  readonly labels: Map<string, Label>;
  readonly milestones: Map<number, Milestone>;
  /** By login in lower case. */
  readonly collaborators: Map<string, { readonly account: Account; permission: Permission }>;
  readonly checkRuns: CheckRun[];
  /** GitHub's habit: labels and assignees that an author may not set are silently left out. */
  dropsSilently: boolean;
  /** Names of the issue types that its owner has. */
  readonly issueTypes: string[];
}
