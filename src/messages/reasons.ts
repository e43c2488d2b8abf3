import type { Message } from "./message.ts";
import { applyReasons } from "./reasons/apply-reasons.ts";
import { approvalReasons } from "./reasons/approval-reasons.ts";
import { commentReasons } from "./reasons/comment-reasons.ts";
import { consentReasons } from "./reasons/consent-reasons.ts";
import { fileProblems } from "./reasons/file-problems.ts";
import { issueReasons } from "./reasons/issue-reasons.ts";
import { milestoneReasons } from "./reasons/milestone-reasons.ts";
import { notices } from "./reasons/notices.ts";
import { stepReasons } from "./reasons/step-reasons.ts";
import { undoReasons } from "./reasons/undo-reasons.ts";
import { warnings } from "./reasons/warnings.ts";
import { withdrawalReasons } from "./reasons/withdrawal-reasons.ts";

/** Every reason and notice of a plan, by what it is about. A code is in one catalog only. */
export const reasons = {
  consent: consentReasons,
  steps: stepReasons,
  comments: commentReasons,
  issues: issueReasons,
  milestones: milestoneReasons,
  withdrawal: withdrawalReasons,
  undo: undoReasons,
  approval: approvalReasons,
  results: applyReasons,
  warnings,
  notices,
  files: fileProblems,
} as const;

/** The code of a reason or notice. */
export type ReasonCode = {
  [Part in keyof typeof reasons]: keyof (typeof reasons)[Part];
}[keyof typeof reasons];

/** Whether a reason or notice has one of these codes. */
export function hasCode(message: Pick<Message, "code"> | null, ...codes: readonly ReasonCode[]): boolean {
  return message !== null && (codes as readonly string[]).includes(message.code);
}
