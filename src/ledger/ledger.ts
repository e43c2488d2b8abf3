import type { Bindings } from "./bindings.ts";

/**
 * What was posted: change key → what GitHub made of it. A cache of the markers, never the only truth: it can be
 * deleted at any time, and the next plan finds everything again by the markers.
 */

/** The state of one change. */
export interface LedgerEntry {
  /** The step's key. */
  readonly key: string;
  /** The minutes' repository, in lower case. */
  readonly source: string;
  /** The repository posted to, in lower case. */
  readonly target: string;
  readonly kind: "comment" | "issue" | "milestone" | "assign-milestone" | "label" | "unlabel";
  /**
   * `intended`: written before the request; if it stays so, the outcome is unknown and GitHub has to be asked.
   * `done`: GitHub answered. `removing`: written before we delete it; if it stays so, nobody else need have deleted it.
   * `gone`: a person deleted what we had posted, and it is not posted again.
   */
  readonly state: "intended" | "done" | "removing" | "gone";
  /** The thread's or milestone's number. */
  readonly number: number | null;
  /** GitHub's id of the comment: REST's, or a node id for a discussion's comment. */
  readonly id: string | null;
  readonly url: string | null;
  /** The content hash of what is there. */
  readonly hash: string | null;
}

/**
 * Which entries to find: those of some steps, those whose keys begin so, all of one repository of minutes, those of a
 * kind or in a state among them, or its comments on threads of some numbers, in whatever repositories: one posted to
 * may have another name by now.
 */
export type LedgerQuery =
  | { readonly keys: readonly string[] }
  | { readonly prefixes: readonly string[] }
  | { readonly source: string }
  | { readonly source: string; readonly kind: LedgerEntry["kind"] }
  | { readonly source: string; readonly state: LedgerEntry["state"] }
  | { readonly source: string; readonly numbers: readonly number[] };

/** An issue of Minutebook, as it was seen last: enough to know whether some minutes are about it. */
export interface SeenIssue {
  /** `owner/name` as the configuration has it, in lower case. */
  readonly target: string;
  readonly number: number;
  /** Its marker, as it is in the issue's text. */
  readonly marker: string;
  /** `deleted`, `moved`: people did that with it, and it is not looked for there again. */
  readonly state: "there" | "deleted" | "moved";
}

/** How far the list of our issues in a repository was read. */
export interface Listing {
  readonly target: string;
  /** The login whose issues were listed. */
  readonly viewer: string;
  /** GitHub's clock when the list was read; what changed later has to be read again. ISO instant. */
  readonly readAt: string;
}

/** When it was looked for the last time whether people closed or reopened our issues in a repository. */
export interface IssueLook {
  readonly target: string;
  /** By GitHub's clock, as an ISO instant. null: never. */
  readonly lookedAt: string | null;
}

/** The part of a ledger that remembers our issues, so that only what changed since is listed. */
export interface IssueMemory {
  /** `listing` null: the list was never read to its end. */
  recallIssues(
    target: string,
  ): Promise<{ readonly listing: Listing | null; readonly issues: readonly SeenIssue[] }>;
  rememberIssues(issues: readonly SeenIssue[]): Promise<void>;
  rememberListing(listing: Listing): Promise<void>;
  /**
   * Which of these changes, or of the issues in this repository, were written down within the last two minutes, by the
   * ledger's clock: GitHub may not show everywhere yet what it made of them.
   */
  recallRecent(query: RecentQuery): Promise<readonly RecentPost[]>;
}

export type RecentQuery = { readonly keys: readonly string[] } | { readonly issuesIn: string };

export type RecentPost = Pick<LedgerEntry, "key" | "number">;

/** As long as GitHub's answers may lag behind its writes. In seconds. */
export const RECENT_SECONDS = 120;

/** A repository of minutes as GitHub describes it. */
export interface Recognized {
  /** GitHub's id, which outlives renames and transfers. */
  readonly id: string;
  /** `owner/name` as it is called now. */
  readonly name: string;
  /** `owner/name` by which it was asked for; GitHub leads from an earlier name to the repository. */
  readonly askedAs: string;
}

/** By commit, paths of minutes. */
export type Touched = Readonly<Record<string, readonly string[]>>;

export interface Ledger extends IssueMemory, Bindings {
  /** Makes what is known of a repository under earlier names known under the name that it has now, all or nothing. */
  recognize(repository: Recognized): Promise<void>;
  find(query: LedgerQuery): Promise<readonly LedgerEntry[]>;
  /**
   * Writes down what is about to be tried. Durable when the promise resolves. Overwrites an earlier state.
   *
   * @param state - What is tried: to write it, or to delete it. (Default: to write it)
   */
  intend(entry: Omit<LedgerEntry, "state">, state?: "intended" | "removing"): Promise<void>;
  /** Writes down what GitHub answered. */
  settle(entry: LedgerEntry): Promise<void>;
  /** Forgets changes that no longer apply: a comment that was deleted. */
  forget(keys: readonly string[]): Promise<void>;
  /** The last commit of a repository of minutes that was applied in full. null: none yet. */
  findHead(source: string): Promise<string | null>;
  saveHead(source: string, commit: string): Promise<void>;
  /** Heads that something may have been posted for and that were not applied in full, the oldest first. */
  findUnfinished(source: string): Promise<readonly string[]>;
  /** The head that no plan could be made for within its budget. null: there is none. */
  findTooMuch(source: string): Promise<string | null>;
  saveTooMuch(source: string, commit: string): Promise<void>;
  /** By such a head, the files that something may have been posted for there. Absent: nobody wrote them down. */
  findTouched(source: string): Promise<Touched>;
  /** Overwrites what was known. */
  saveUnfinished(source: string, commits: readonly string[], touched?: Touched): Promise<void>;
  /** Of all repositories of minutes; `id`: GitHub's, absent where it is not known yet. */
  listHeads(): Promise<readonly { readonly source: string; readonly commit: string; readonly id?: string }[]>;
  /** Of all repositories in which we have issues. */
  listLooks(): Promise<readonly IssueLook[]>;
  /** @param lookedAt - By GitHub's clock, as an ISO instant. */
  saveLook(target: string, lookedAt: string): Promise<void>;
  /** What the app noted for itself, so that a process that starts need not find it out again. null: nothing. */
  recallMemo(name: string): Promise<string | null>;
  /** Overwrites what was noted. */
  saveMemo(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}
