import { commentReason } from "../../src/messages/reasons/comment-reasons.ts";
import { issueReason } from "../../src/messages/reasons/issue-reasons.ts";
import type { CommentStep, IssueStep, Plan, Step } from "../../src/plan/plan.ts";
import { markedComment, markedIssue } from "./support.ts";

export const APP = "team/app";

/** A plan of these steps. */
export function planOf(...steps: readonly Step[]): Plan {
  return {
    version: 2,
    repository: "team/minutes",
    commit: "c0ffee",
    before: null,
    approval: { needed: false, reason: null },
    steps,
    notices: [],
  };
}

/** A comment on issue 1; a test states what differs. */
export function commentStep(difference: Partial<CommentStep> = {}): CommentStep {
  return {
    kind: "comment",
    key: "comment:1",
    action: "create",
    reason: commentReason("mentioned", { lines: "line 3" }),
    origin: null,
    target: { repository: APP, number: 1, thread: "issue", nodeId: null, title: null, url: null },
    commentId: null,
    commentUrl: null,
    body: markedComment("comment:1"),
    ...difference,
  };
}

/** An issue to open; a test states what differs. */
export function issueStep(difference: Partial<IssueStep> = {}): IssueStep {
  return {
    kind: "issue",
    key: "issue:1",
    action: "create",
    reason: issueReason("new-action"),
    origin: null,
    repository: APP,
    number: null,
    url: null,
    title: "Sweep the yard",
    body: markedIssue("issue:1"),
    labels: [],
    assignees: [],
    milestone: null,
    stateReason: null,
    before: null,
    ...difference,
  };
}
