import type { Ledger, LedgerEntry } from "../../ledger/ledger.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import type { IssueLink } from "../../plan/tokens.ts";
import type { CommentsNow } from "./comments-now.ts";
import type { IssuesNow } from "./issues-now.ts";
import type { FoundPost, GitHub } from "../port.ts";
import type { StepResult } from "./result.ts";

/** Does something as a span of a trace. */
export type InSpan = <T>(
  name: string,
  attributes: Readonly<Record<string, string>>,
  act: () => Promise<T>,
) => Promise<T>;

/** Does something under a name that only one holds at a time; false: another one holds it, and nothing was done. */
export type Exclusively = (name: string, act: () => Promise<void>) => Promise<boolean>;

/** What applying needs from outside. */
export interface ApplyTools {
  readonly github: GitHub;
  readonly ledger: Ledger;
  /** Called once for each step, as soon as it is known what became of it. */
  readonly onResult?: (result: StepResult) => void;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock. (Default: the machine's) */
  readonly now?: () => number;
  /**
   * Does something unless another job, on whatever machine, is at the same. Returns whether it did. Absent: there are
   * no others.
   */
  readonly exclusively?: Exclusively;
  /** Aborted: the current step is finished and the rest is left for the next time. */
  readonly signal?: AbortSignal;
  /** Traces each step that changes something. */
  readonly inSpan?: InSpan;
}

/** One plan being applied: what is known so far. */
export interface Run extends ApplyTools {
  readonly plan: Plan;
  /** What the ledger knew when the run began. */
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** What was found on GitHub by marker before the run began, of steps that would create it. */
  readonly found: ReadonlyMap<string, FoundPost>;
  /** Issues that exist, by the keys of their steps. */
  readonly links: Map<string, IssueLink>;
  readonly results: Map<string, StepResult>;
  readonly issuesNow: IssuesNow;
  readonly commentsNow: CommentsNow;
  /** Keys of what was written within the last minutes, when the run began. */
  readonly recent: ReadonlySet<string>;
}

/** Brings about one kind of step. Throws where GitHub refuses. */
export type Executor<S extends Step> = (run: Run, step: S) => Promise<StepResult>;
