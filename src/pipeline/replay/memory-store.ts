import type { RepositoryName } from "../../minutes/meeting.ts";
import type { ActionIssueState, MilestoneState, OwnComment } from "../../plan/snapshot.ts";

/** One change to the GitHub in memory, in the order in which they were made. */
export interface Write {
  readonly do:
    | "comment"
    | "edit-comment"
    | "delete-comment"
    | "issue"
    | "edit-issue"
    | "close-issue"
    | "reopen-issue"
    | "milestone"
    | "label";
  readonly repository: RepositoryName;
  /** Of the thread, the issue or the milestone; null: a label of the repository. */
  readonly number: number | null;
  readonly url: string;
  /** Of the issue or milestone, or the label's name. */
  readonly title: string | null;
  readonly body: string | null;
}

/** The numbers of issues that a replay opens begin above those that minutes mention. */
const FIRST_NUMBER = 1_000_001;

/** What Minutebook posted in one repository. */
export class MemoryRepository {
  readonly name: RepositoryName;
  readonly webUrl: string;
  /** By the number of the thread. */
  readonly comments = new Map<number, OwnComment[]>();
  readonly issues = new Map<number, ActionIssueState>();
  readonly labels = new Set<string>();
  readonly milestones: MilestoneState[] = [];
  /** The milestone of a thread, by its number. */
  readonly assigned = new Map<number, MilestoneState>();

  constructor(name: RepositoryName, webUrl: string, milestones: readonly string[]) {
    this.name = name;
    this.webUrl = webUrl;
    for (const title of milestones) this.addMilestone(title, "");
  }

  addMilestone(title: string, description: string): MilestoneState {
    const number = this.milestones.length + 1;
    const url = `${this.webUrl}/${this.name}/milestone/${number}`;
    const milestone: MilestoneState = { number, title, description, state: "open", url };
    this.milestones.push(milestone);
    return milestone;
  }

  nextNumber(): number {
    return FIRST_NUMBER + this.issues.size;
  }
}
