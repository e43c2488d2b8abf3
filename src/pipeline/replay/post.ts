import type { IsoDate } from "../../minutes/meeting.ts";
import type { Step } from "../../plan/plan.ts";
import type { Write } from "./memory-store.ts";

/** One thing that would have been posted, in the order in which it would have been. */
export interface Post {
  /** Which push it came with, from 1. */
  readonly push: number;
  /** The day of the meeting. null: the minutes have none. */
  readonly date: IsoDate | null;
  readonly path: string;
  readonly do: Write["do"];
  /** `owner/name#number` of a thread, `owner/name` of a new issue, a milestone or a label. */
  readonly target: string;
  readonly url: string;
  /** Whether GitHub mails it to those who watch or take part. */
  readonly notifies: boolean;
  /** Of a comment, as people read it: without marks and footer. */
  readonly decisions?: readonly string[];
  readonly actions?: readonly string[];
  readonly quote?: string;
  /** Of an issue, a milestone or a label. */
  readonly title?: string;
  /** Of an action: as the minutes name them, and as logins. */
  readonly owners?: readonly string[];
  readonly assignees?: readonly string[];
  readonly due?: IsoDate | null;
  readonly body?: string;
}

/** GitHub's documentation: an edit, a label and a milestone's description mail nobody. */
const NOTIFYING: ReadonlySet<Write["do"]> = new Set(["comment", "issue", "close-issue", "reopen-issue"]);

/** @param step - The step of the plan that wrote it. */
export function toPost(write: Write, step: Step | undefined, at: Pick<Post, "push" | "date" | "path">): Post {
  const { title, body, url } = write;
  const isNew = write.do === "issue" || write.number === null || isMilestoneNote(write, step);
  return {
    ...at,
    do: write.do,
    target: isNew ? write.repository : `${write.repository}#${write.number}`,
    url,
    notifies: NOTIFYING.has(write.do),
    ...(step?.kind === "comment" ? step.says : {}),
    ...(title === null ? {} : { title }),
    ...(step?.kind === "issue" ? { ...step.says, assignees: step.assignees } : {}),
    ...(body === null ? {} : { body }),
  };
}

function isMilestoneNote({ do: what }: Write, step: Step | undefined): boolean {
  return what === "milestone" && step?.kind !== "assign-milestone";
}
