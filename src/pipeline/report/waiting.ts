import type { CheckRun } from "../../github/check-run.ts";
import {
  codeSpan,
  EMPTY,
  type Markdown,
  markdownText,
  md,
  paragraphs,
  raw,
} from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { annotationsOf } from "./annotations.ts";
import { foldBodies } from "./bodies.ts";
import { BUTTONS } from "./buttons.ts";
import { renderExternalId } from "./external-id.ts";
import { confidentialNote, shownPlan } from "./shown.ts";
import { unreadNote } from "./unread.ts";
import { MAX_ROWS, stepsTable } from "./steps-table.ts";

/** What somebody tried to approve in vain: a plan that is another by now, or none that they named. */
export type VainApproval = "another-plan" | "no-plan";

/** What a person is asked to approve. */
export interface Request {
  /** The plan's hash. */
  readonly hash: string;
  /** Somebody asked for the issues of actions, too, that no mark names. (Default: nobody did) */
  readonly isImplied?: boolean;
  /** What somebody tried to approve in vain. (Default: nobody tried) */
  readonly answers?: VainApproval | undefined;
  /** How it can be approved: on the check run, or only by another run of a workflow. (Default: on the check run) */
  readonly how?: "check-run" | "workflow";
}

const ANSWERS: Readonly<Record<VainApproval, Markdown>> = {
  "another-plan": md`**This is not the plan that was approved**: the minutes, the configuration or what they change on GitHub is different by now. Nothing was posted. This is what would be posted now.`,
  "no-plan": md`**${raw(codeSpan("/minutebook apply"))} without a hash approves nothing.** Nothing was posted. This is what would be posted now; the line below approves it.`,
};

/** What is longer is cut when it is sent. */
const MAX_TABLE = 60_000;

const NOT_ALL = md`**Not all of it fits in here, and an approval is for the whole.** \`minutebook plan --github --bodies\` prints it.`;

/** A plan that a person has to approve before anything is posted. */
export function reportWaiting(whole: Plan, request: Request): CheckRun {
  const plan = shownPlan(whole);
  const { hash, isImplied = false, answers, how = "check-run" } = request;
  const { text, left } = foldBodies(plan.steps);
  const count = plan.steps.length === 0 ? "nothing that can be shown here" : countSteps(plan);
  const table = stepsTable(plan.steps);
  const isCut = left > 0 || plan.steps.length > MAX_ROWS || table.length > MAX_TABLE;
  return {
    commit: plan.commit,
    conclusion: "action_required",
    title: `${answers === "another-plan" ? "Changed since, and waits" : "Waits"} for approval: ${count}`,
    summary: paragraphs(
      answers === undefined ? EMPTY : ANSWERS[answers],
      markdownText(plan.approval.reason),
      isCut ? NOT_ALL : EMPTY,
      how === "workflow"
        ? EMPTY
        : md`Post this with the button, or with a comment in this repository: ${raw(codeSpan(`/minutebook apply ${hash}`))}`,
      unreadNote(plan),
      table,
      confidentialNote(plan),
    ),
    text,
    annotations: annotationsOf(plan.notices),
    buttons: [BUTTONS.apply],
    externalId: renderExternalId({ before: plan.before, plan: hash, isImplied }),
  };
}
