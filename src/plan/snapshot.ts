import type { RepositoryName } from "../minutes/meeting.ts";

/**
 * What GitHub said just now about everything that a plan touches. Plain data.
 * Keys made of names of owners and repositories are in lower case: GitHub compares them without case.
 */
export interface Snapshot {
  /** Where people see GitHub, without a slash at its end: `https://github.com`. Taken from GitHub's own answers. */
  readonly webUrl: string;
  /** The login under which we post (`minutebook[bot]`, or a token's user). */
  readonly viewer: string;
  /** By `owner/name` in lower case, under the name that was asked for. */
  readonly repositories: Readonly<Record<string, RepositoryState>>;
}

export type Visibility = "public" | "internal" | "private";

/** A repository that we may see, or why we may not. */
export type RepositoryState = KnownRepository | UnknownRepository;

/** Not found, or not for us: the app is not installed there, or GitHub refused. */
export interface UnknownRepository {
  readonly known: false;
  readonly reason: "not-found" | "not-installed" | "blocked" | "closed" | "unavailable";
}

export interface KnownRepository {
  readonly known: true;
  /** As GitHub spells it now, after renames and transfers. */
  readonly name: RepositoryName;
  readonly visibility: Visibility;
  readonly archived: boolean;
  readonly issuesEnabled: boolean;
  readonly defaultBranch: string;
  /** `accept` of its own configuration: minutes repositories of other owners that may post here. */
  readonly accept: readonly RepositoryName[];
  /** `trust-templates` of its own configuration: minutes whose templates are posted here as they are written. */
  readonly trustTemplates: readonly RepositoryName[];
  /** Names of the labels asked for that exist, as spelled there. */
  readonly labels: readonly string[];
  /** Of the logins asked for, those that may be assigned here, as spelled there. */
  readonly assignable: readonly string[];
  readonly milestones: readonly MilestoneState[];
  /** By number as asked for. Absent: not asked for. */
  readonly threads: Readonly<Record<string, ThreadState>>;
  /**
   * Minutebook's issues here, open and closed, of whatever minutes: later ones carry actions over. Where the request
   * says what it is about, those alone that may be concerned.
   */
  readonly actionIssues: readonly ActionIssueState[];
}

export interface MilestoneState {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly state: "open" | "closed";
  readonly url: string;
}

/** An issue, pull request or discussion, or that there is none. */
export type ThreadState = KnownThread | UnknownThread;

export interface UnknownThread {
  readonly known: false;
  readonly reason: "not-found" | "unavailable";
}

export interface KnownThread {
  readonly known: true;
  readonly kind: "issue" | "pull" | "discussion";
  /** GraphQL's id. */
  readonly nodeId: string;
  /** Where it is now: another repository after a transfer. */
  readonly repository: RepositoryName;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly state: "open" | "closed" | "merged";
  readonly locked: boolean;
  /** ISO instant. */
  readonly createdAt: string;
  /** ISO instant of when it was closed or merged last. null or absent: it is open, or GitHub does not say. */
  readonly closedAt?: string | null;
  readonly labels: readonly string[];
  readonly milestone: { readonly number: number; readonly title: string } | null;
  /** Who set the milestone. null: it has none, or GitHub does not say. */
  readonly milestonedBy: "us" | "person" | null;
  /** Minutebook's comments (marker and author), oldest first. */
  readonly comments: readonly OwnComment[];
  /** Keys of comments that we posted and that a person deleted, as the ledger knows. */
  readonly deletedComments: readonly string[];
}

export interface OwnComment {
  /** REST's id; for a discussion's comment GraphQL's node id. */
  readonly id: number | string;
  /** GraphQL's id. */
  readonly nodeId?: string;
  readonly url: string;
  readonly body: string;
  /** A person hid it. */
  readonly minimized: boolean;
  /** People reacted to it. */
  readonly reactions: number;
  /** Somebody else commented below it. */
  readonly answered: boolean;
}

export interface ActionIssueState {
  readonly number: number;
  readonly nodeId: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not_planned" | "reopened" | "duplicate" | null;
  /** ISO instant of when it was closed last. null or absent: it is open, or GitHub does not say. */
  readonly closedAt?: string | null;
  /** Closed by us, or by a person. null while open or where GitHub does not say. */
  readonly closedBy: "us" | "person" | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: { readonly number: number; readonly title: string } | null;
  readonly locked: boolean;
  /** Comments, and other signs that people work on it: linked pull requests. */
  readonly activity: number;
  /** A person took the whole issue away, so that nothing else said here is of today. */
  readonly gone?: "deleted" | "moved" | null;
  /** The step's key as the ledger knows it, for an issue whose marker a person took out. */
  readonly ledgerKey?: string | null;
}

/** What a plan needs to know of GitHub: asked for at once, answered by a `Snapshot`. */
export interface SnapshotRequest {
  /** By `owner/name` as written in the configuration. */
  readonly repositories: Readonly<Record<RepositoryName, RepositoryRequest>>;
}

export interface RepositoryRequest {
  /** Numbers of the threads to look up. */
  readonly threads: readonly number[];
  /** Whether the milestones are needed. */
  readonly milestones: boolean;
  readonly labels: readonly string[];
  readonly logins: readonly string[];
  /** Whether action issues are looked for here. */
  readonly actionIssues: boolean;
  /** Whether a label may have to be taken off the threads. Absent: none. */
  readonly agendaLabels?: boolean;
  /** What they have to do with to be of interest. Absent: all are. */
  readonly concern?: Concern;
}

/** Minutes and their actions, which show whether an action's issue may concern them. */
export interface Concern {
  /** Where the minutes are and were. */
  readonly paths: readonly string[];
  /** What each is about (`markedText`), and whether it says that it is of an earlier meeting. */
  readonly actions: readonly { readonly text: string; readonly carriedOver: boolean }[];
}
