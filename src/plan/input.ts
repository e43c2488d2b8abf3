import type { Config } from "../config/config.ts";
import type { Message } from "../messages/message.ts";
import type { Meeting, RepositoryName } from "../minutes/meeting.ts";
import type { Snapshot, Visibility } from "./snapshot.ts";
import type { UndoScope } from "./undo/scope.ts";

/** Everything that a plan is made from. */
export interface PlanInput {
  readonly repository: {
    readonly name: RepositoryName;
    readonly visibility: Visibility;
    readonly defaultBranch: string;
    /** GitHub's id, by which what we posted is recognized after the repository was renamed or transferred. */
    readonly id?: string | null;
  };
  readonly commit: string;
  readonly before: string | null;
  /** Earlier heads that something was posted for and that were not applied in full. */
  readonly unfinished?: readonly string[];
  /** The day where the team is, `2020-11-23`. Absent: not known, and no meeting is in the future. */
  readonly today?: string;
  readonly config: Config;
  readonly files: readonly MinutesChange[];
  readonly snapshot: Snapshot;
  /** Somebody asked for what the check run offers: implied actions, and issues to reopen. Absent: nobody did. */
  readonly offered?: boolean;
  /** What is in places where nothing may be posted any more (`withdrawalRequest`). Absent: it was not requested. */
  readonly standing?: Snapshot;
  /** What is to be taken back, and nothing else is planned. Absent: the minutes are to be posted. */
  readonly undo?: UndoScope;
  /** How much is posted, where the configuration switches something off, as the ledger knows. Absent: nobody looked. */
  readonly left?: readonly Left[];
}

/** How much is posted for minutes in a repository. */
export interface Left {
  readonly repository: RepositoryName;
  readonly comments: number;
  readonly issues: number;
}

/** One file of minutes, before and after. */
export interface MinutesChange {
  readonly path: string;
  /** Its path before it was renamed; null: it was not. */
  readonly previousPath: string | null;
  /** As it is now; null: it was removed, or could not be read. */
  readonly meeting: Meeting | null;
  /** As it was at `before`; null: it is new, or there is no `before`. */
  readonly previous: Meeting | null;
  /** There was no such file at `before`. Absent: there was, or nobody looked. */
  readonly isNew?: boolean;
  /** Why it could not be read (not UTF-8, over 1 MiB); null: it could. Such a file is left as it was. */
  readonly problem: Message | null;
  /** Targets (`owner/repo#number`) of this file's comments as the ledger knows, besides those of `previous`. */
  readonly knownTargets?: readonly string[];
  /** Its actions that have issues, as the ledger knows, for minutes of which nobody can read what they said. */
  readonly knownActions?: readonly { readonly text: string; readonly date: string | null }[];
  /** What was posted for it anywhere. Absent: not known. */
  readonly posted?: PostedFor;
  /** Milestones whose description lists this file as the ledger knows, besides those of `previous`. */
  readonly knownMilestones?: readonly { readonly repository: string; readonly title: string }[];
}

/** What was posted for a file of minutes, as the ledger knows. */
export interface PostedFor {
  /** `owner/repo#number` of its comments. */
  readonly targets: readonly string[];
  /** Where its actions have issues, and under which keys. */
  readonly issues: readonly { readonly repository: RepositoryName; readonly key: string }[];
  /** Notes on milestones that may list it. */
  readonly milestones: readonly { readonly repository: RepositoryName; readonly title: string }[];
  /** Keys of what was to be taken back before, and could not be. */
  readonly pending: readonly string[];
  /** Keys of entries in notes and of milestones that a person took back. Absent: none. */
  readonly undone?: readonly string[];
}
