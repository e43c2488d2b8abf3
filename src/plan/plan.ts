import type { Message } from "../messages/message.ts";
import type { KnownLogin, RepositoryName } from "../minutes/meeting.ts";

/**
 * A plan says exactly what should be done on GitHub and what is skipped, each with its reason.
 * It is plain data with a version. Apply executes the steps in their order and decides nothing.
 */
export interface Plan {
  /** Of its form. 1 had sentences where 2 has messages. */
  readonly version: 2;
  /** The minutes' repository and the commit that was read. */
  readonly repository: RepositoryName;
  readonly commit: string;
  /** Where GitHub is, for links to the minutes. Absent: they are named and not linked. */
  readonly webUrl?: string | undefined;
  /** The commit that was applied before; null: none. */
  readonly before: string | null;
  /** Whether apply may run at once, or waits for a person, and why. */
  readonly approval: { readonly needed: boolean; readonly reason: Message | null };
  readonly steps: readonly Step[];
  /** For people: what in the minutes or the configuration should be looked at. */
  readonly notices: readonly Notice[];
  /**
   * Repositories, as the configuration names them, about which the minutes' readers learn nothing: fewer people may be
   * able to read them, or they are not there.
   */
  readonly confidential?: readonly RepositoryName[] | undefined;
}

export type StepAction = "create" | "update" | "keep" | "close" | "reopen" | "delete" | "skip";

/** Where in the minutes a step comes from. */
export interface Origin {
  readonly path: string;
  readonly line: number | null;
}

interface StepBase {
  /** Made from what the step is about, not from when: the ledger's key and the marker's. */
  readonly key: string;
  readonly action: StepAction;
  /** For people. Never read by apply. */
  readonly reason: Message;
  readonly origin: Origin | null;
  /** Whether it may not be shown to everybody who can read the minutes. Absent: it may. */
  readonly confidential?: boolean | undefined;
  /**
   * What the ledger is to remember. `removing`: it is skipped, and to be taken back as soon as that can be done.
   * `gone`: a person deleted it or takes it back, and it is not posted again.
   */
  readonly remember?: "removing" | "gone" | undefined;
  /** Keys of files whose part is taken out, so that nothing of theirs is there any more. Absent: none is. */
  readonly leaves?: readonly string[] | undefined;
}

/** A comment on an issue, pull request or discussion. */
export interface CommentStep extends StepBase {
  readonly kind: "comment";
  readonly target: {
    readonly repository: RepositoryName;
    readonly number: number;
    readonly thread: "issue" | "pull" | "discussion";
    /** GraphQL's id, needed for discussions. null: no network. */
    readonly nodeId: string | null;
    readonly title: string | null;
    readonly url: string | null;
  };
  /** The comment that is updated, kept or deleted. */
  readonly commentId: number | string | null;
  readonly commentUrl: string | null;
  /** Keys of other files of minutes that have a part in the comment and change with it. Absent: there are none. */
  readonly also?: readonly string[] | undefined;
  /** Markdown, whole; may hold issue tokens (see `tokens.ts`). null for delete and skip without one. */
  readonly body: string | null;
  /** What the body says, where it is rendered again. */
  readonly says?: CommentText | undefined;
}

/** What a comment says, as people read it: plain text without links, hidden marks and the footer. */
export interface CommentText {
  readonly decisions: readonly string[];
  readonly actions: readonly string[];
  readonly quote: string;
}

/** The issue of an action. `close` and `reopen` write the body too. */
export interface IssueStep extends StepBase {
  readonly kind: "issue";
  readonly repository: RepositoryName;
  /** null: not open yet. */
  readonly number: number | null;
  readonly url: string | null;
  readonly title: string;
  readonly body: string | null;
  /** All labels, assignees and the milestone that it should have then, people's own included. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** How it is known whose logins the minutes' assignees are. Absent: the minutes name nobody. */
  readonly known?: readonly KnownLogin[] | undefined;
  readonly milestone: { readonly number: number; readonly title: string } | null;
  /** GitHub's type of a new issue. Absent: none; people's types of open issues stay. */
  readonly type?: string | undefined;
  /** Why it is closed, in GitHub's words. null unless `close`. */
  readonly stateReason: "completed" | "not_planned" | null;
  /** Hash of Minutebook's section of the text that it was made from (`hashOwnPart`). null: it was not open then. */
  readonly before: string | null;
  /** Of the action, as the minutes say it. Absent: its own minutes aren't part of this plan. */
  readonly says?: { readonly owners: readonly string[]; readonly due: string | null } | undefined;
}

/** The block of meetings in a milestone's description. */
export interface MilestoneStep extends StepBase {
  readonly kind: "milestone";
  readonly repository: RepositoryName;
  /** null: to be created. */
  readonly number: number | null;
  readonly title: string;
  readonly url: string | null;
  /** The whole description, people's own text included. null for skip. */
  readonly description: string | null;
  /** The description that it was made from: where that changed, the step is planned again. null: there was none. */
  readonly before: string | null;
}

/** Sets the milestone of an issue that a decision sent to a release (`update`), or takes that back (`delete`). */
export interface AssignMilestoneStep extends StepBase {
  readonly kind: "assign-milestone";
  readonly repository: RepositoryName;
  readonly number: number;
  readonly milestone: { readonly number: number; readonly title: string };
  /** The title of the milestone that it had when the plan was made; null: none. */
  readonly before: string | null;
}

/** A label that Minutebook's issues need and that the repository does not have (`create`). */
export interface LabelStep extends StepBase {
  readonly kind: "label";
  readonly repository: RepositoryName;
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** Takes the agenda's label off an issue that was discussed (`delete`); only once the step with key `after` is done. */
export interface UnlabelStep extends StepBase {
  readonly kind: "unlabel";
  readonly repository: RepositoryName;
  readonly number: number;
  readonly label: string;
  readonly after: string | null;
}

export type Step = CommentStep | IssueStep | MilestoneStep | AssignMilestoneStep | LabelStep | UnlabelStep;

export interface Notice extends Message {
  readonly level: "error" | "warning" | "info";
  readonly path: string;
  readonly line: number | null;
}
