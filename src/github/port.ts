import type { Message } from "../messages/message.ts";
import type { ConfigReading } from "../config/read-config.ts";
import type { IssueMemory } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { IssueChange, IssueNow } from "../plan/issues/merge-issue.ts";
import type { CommentStep, IssueStep, MilestoneStep } from "../plan/plan.ts";
import type { MilestoneState, Snapshot, SnapshotRequest, Visibility } from "../plan/snapshot.ts";
import type { CheckRun } from "./check-run.ts";

/** GitHub as the rest of the program sees it: plain data in and out, and `GitHubError` when something fails. */
export interface GitHub {
  readonly readHead: (repository: RepositoryName) => Promise<Head>;
  /** The commit at the tip of a branch. null: there is no such branch. */
  readonly readTip: (repository: RepositoryName, branch: string) => Promise<string | null>;
  readonly readChanges: (repository: RepositoryName, range: Range) => Promise<Changes>;
  readonly readBranchChanges: (
    repository: RepositoryName,
    range: { readonly before: string; readonly commit: string },
  ) => Promise<BranchChanges>;
  readonly readFiles: (
    repository: RepositoryName,
    wanted: readonly FileName[],
  ) => Promise<readonly FileReading[]>;
  /** One file by the tree of its commit, for where it is listed and not shown by its path. */
  readonly readFileByTree: (repository: RepositoryName, wanted: FileName) => Promise<FileReading>;
  /** Files of the minutes' repository, and what may be known of those that they may mention. */
  readonly readContents: (
    repository: RepositoryName,
    wanted: readonly FileName[],
    reach: Reach,
  ) => Promise<Contents>;
  /** By `owner/name` as asked for; a repository that may not be read has none. */
  readonly readMilestones: (
    repositories: readonly RepositoryName[],
  ) => Promise<Readonly<Record<RepositoryName, readonly MilestoneState[]>>>;
  readonly readSnapshot: (
    request: SnapshotRequest,
    known: KnownPosts,
    memory: IssueMemory,
  ) => Promise<Snapshot>;

  readonly createComment: (target: CommentTarget, body: string) => Promise<Posted>;
  readonly updateComment: (target: CommentTarget, id: PostId, body: string) => Promise<Posted>;
  /** Whether it was found; one that is gone already is as good as deleted. */
  readonly deleteComment: (target: CommentTarget, id: PostId) => Promise<boolean>;
  readonly createIssue: (issue: IssueText) => Promise<PostedIssue>;
  /** An issue as it is now. Throws where it is gone, or in another repository. */
  readonly readIssue: (repository: RepositoryName, number: number) => Promise<FoundIssue>;
  /** The same for many, in one request. One that is not there any more is left out. */
  readonly readIssues: (
    repository: RepositoryName,
    numbers: readonly number[],
  ) => Promise<readonly FoundIssue[]>;
  /** Resolves to what GitHub left out without a word. */
  readonly updateIssue: (
    repository: RepositoryName,
    number: number,
    change: IssueChange,
  ) => Promise<readonly string[]>;
  readonly createMilestone: (milestone: MilestoneText) => Promise<Posted>;
  readonly updateMilestone: (number: number, milestone: MilestoneText) => Promise<Posted>;
  /** @param milestone - Its number. null: none. */
  readonly assignMilestone: (
    repository: RepositoryName,
    number: number,
    milestone: number | null,
  ) => Promise<void>;
  readonly createLabel: (label: LabelText) => Promise<void>;
  readonly removeLabel: (repository: RepositoryName, number: number, label: string) => Promise<void>;
  readonly writeCheckRun: (repository: RepositoryName, run: CheckRun) => Promise<Posted>;

  /**
   * Offers a change of one file as a pull request. null: somebody else works on its branch, or has closed its pull
   * request.
   */
  readonly propose: (repository: RepositoryName, proposal: Proposal) => Promise<Posted | null>;
  /** Closes the pull request of a branch, where one is open. */
  readonly withdraw: (repository: RepositoryName, branch: string) => Promise<void>;
  /** The login that we have there: `name[bot]` for an app and for a workflow's own token. */
  readonly readViewer: (repository: RepositoryName) => Promise<string>;
  readonly readPull: (repository: RepositoryName, number: number) => Promise<Pull>;
  /** Our check runs on a commit, the newest first. */
  readonly listCheckRuns: (repository: RepositoryName, commit: string) => Promise<readonly OwnCheckRun[]>;
  /** Whether this person may push there. */
  readonly mayWrite: (repository: RepositoryName, login: string) => Promise<boolean>;
  /** Answers somebody's comment on an issue or pull request. */
  readonly react: (repository: RepositoryName, commentId: number, reaction: Reaction) => Promise<void>;
  /** Hides one of Minutebook's comments; people can unfold it. */
  readonly hideComment: (repository: RepositoryName, nodeId: string) => Promise<void>;

  /** Minutebook's comments on these threads, by marker and author, oldest first. */
  readonly findComments: (targets: readonly CommentTarget[]) => Promise<readonly FoundPost[]>;
  /**
   * Minutebook's issues in this repository, by marker and author; those that changed since their list was read
   * before.
   */
  readonly findIssues: (repository: RepositoryName, memory: IssueMemory) => Promise<readonly FoundPost[]>;
}

export type PostId = number | string;
export type CommentTarget = Pick<CommentStep["target"], "repository" | "number" | "thread" | "nodeId">;
export type IssueText = Pick<
  IssueStep,
  "repository" | "title" | "body" | "labels" | "assignees" | "milestone" | "type"
>;
export type MilestoneText = Pick<MilestoneStep, "repository" | "title" | "description">;

/** One changed file on one of Minutebook's branches, and the pull request for it. */
export interface Proposal {
  readonly branch: string;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly path: string;
  readonly text: string;
  readonly message: string;
  readonly title: string;
  readonly body: string;
}

export interface Pull {
  /** The commit at its tip. */
  readonly commit: string;
}

export interface OwnCheckRun {
  readonly externalId: string | null;
}

export interface LabelText {
  readonly repository: RepositoryName;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** `+1`: it is done. `-1`: you may not. `confused`: nobody knows what is meant. */
export type Reaction = "+1" | "-1" | "confused";

/** The minutes' repository as it is now. */
export interface Head {
  /** As GitHub spells it now. */
  readonly name: RepositoryName;
  /** GitHub's id, which outlives renames and transfers. null: it does not say. */
  readonly id: string | null;
  readonly url: string;
  readonly visibility: Visibility;
  readonly isFork: boolean;
  readonly defaultBranch: string;
  /** The commit at the tip of the default branch. null: the repository is empty. */
  readonly commit: string | null;
  /** The configuration at that commit. null: there is none anywhere. */
  readonly configuration: ConfigurationFile | null;
}

export interface ConfigurationFile {
  readonly repository: RepositoryName;
  readonly path: string;
  readonly text: string;
}

/** Reads the configuration of a repository that may be anybody's. */
export type ReadConfig = (text: string, path: string) => Promise<ConfigReading>;

/** From one commit to another. */
export interface Range {
  /** null: from nothing. */
  readonly before: string | null;
  readonly commit: string;
}

export interface Changes {
  readonly files: readonly FileChange[];
  /** `gone`: the commit before is not there any more; every file of the head is listed as added. */
  readonly before: "compared" | "gone" | "none";
  /** The head is older than the commit before, which is built on it. Absent: it is not, or nobody could tell. */
  readonly isBehind?: boolean;
}

/** What a pull request changes. */
export interface BranchChanges {
  readonly files: readonly FileChange[];
  /** Where its branch left the other. */
  readonly mergeBase: string;
}

export interface FileChange {
  readonly path: string;
  /** Its path before it was renamed. */
  readonly previousPath: string | null;
  readonly status: "added" | "modified" | "removed" | "renamed";
}

export interface FileName {
  readonly path: string;
  readonly commit: string;
}

/** One file at one commit: its text, or why there is none; both null: no such file. */
export interface FileReading extends FileName {
  readonly text: string | null;
  readonly problem: Message | null;
}

/** The repositories that minutes may mention, and which of them may be asked about more than themselves. */
export interface Reach {
  readonly targets: readonly RepositoryName[];
  /** `public`: nothing is asked but what everybody can read; for whoever may not see more. */
  readonly scope: Scope;
  /**
   * Whether a repository of another owner has agreed, by what it says of itself.
   *
   * @param bornAt - When the minutes' repository was made, as an ISO instant. null: GitHub does not say.
   */
  readonly admit: (card: Card, bornAt: string | null) => Promise<boolean>;
}

export type Scope = "all" | "public";

/** What a repository says of itself: all that is asked of one that has not agreed to anything. */
export interface Card {
  /** As GitHub spells it now. */
  readonly name: RepositoryName;
  /** As it was asked for. */
  readonly askedAs: RepositoryName;
  readonly id: string | null;
  readonly visibility: Visibility;
  /** `accept` of its configuration, or of its owner's. */
  readonly accept: readonly string[];
  /** When that file was changed last, as an ISO instant. null: it is not known. */
  readonly acceptedAt: string | null;
}

export interface Contents {
  /** One for each file asked for, in their order. */
  readonly files: readonly FileReading[];
  /** By `owner/name` as asked for; a repository that may not be read has none. */
  readonly milestones: Readonly<Record<RepositoryName, readonly MilestoneState[]>>;
  /** Those that may be asked about more, by `owner/name` as asked for. All others are closed to these minutes. */
  readonly open: Readonly<Record<RepositoryName, OpenTarget>>;
}

export interface OpenTarget {
  readonly name: RepositoryName;
  readonly id: string | null;
  readonly visibility: Visibility;
}

/** Something that is on GitHub. */
export interface Posted {
  readonly id: PostId;
  readonly number: number | null;
  readonly url: string;
}

export interface PostedIssue extends Posted {
  readonly number: number;
  /** Labels and assignees that were asked for and that GitHub left out without a word. */
  readonly dropped: readonly string[];
}

/** An issue as it is right before it is changed. */
export interface FoundIssue extends PostedIssue, IssueNow {}

/** A post that was found by its marker. */
export interface FoundPost extends Posted {
  readonly key: string;
  readonly target: RepositoryName;
  readonly body: string;
  /** Of a comment: people answered it or reacted to it. */
  readonly isTouched?: boolean;
}

/** Minutebook's comments, as the ledger knows. */
export type KnownPosts = readonly KnownPost[];

export interface KnownPost {
  readonly key: string;
  /** `owner/name`, in lower case. */
  readonly repository: RepositoryName;
  readonly number: number;
  readonly id: PostId;
  /** `done`: it should be there. `removing`: we were about to delete it. `gone`: a person deleted it. */
  readonly state: "done" | "removing" | "gone";
}
