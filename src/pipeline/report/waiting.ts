import type { CheckRun } from "../../github/check-run.ts";
import {
  codeSpan,
  EMPTY,
  join,
  type Markdown,
  markdownText,
  md,
  paragraphs,
  raw,
} from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";
import { changesOf } from "../../plan/step-actions.ts";
import { countSteps } from "../../plan/render-plan.ts";
import { annotationsOf } from "./annotations.ts";
import { foldBodies } from "./bodies.ts";
import { BUTTONS } from "./buttons.ts";
import { renderExternalId } from "./external-id.ts";
import { confidentialNote, shownPlan } from "./shown.ts";
import { unreadNote } from "./unread.ts";
import { MAX_ROWS, stepsTable } from "./steps-table.ts";

/** What somebody tried to approve in vain: a plan that is another by now, or none that they named. */
export type VainApproval = "another-plan" | "no-plan" | "no-such-step";

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
  "another-plan": md`**The plan changed after it was approved**, because the minutes, the configuration, or GitHub changed. Nothing was posted. This is what would be posted now.`,
  "no-plan": md`**${raw(codeSpan("/minutebook apply"))} without a hash approves nothing.** Nothing was posted. To approve what would be posted now, copy the line below.`,
  "no-such-step": md`**The plan has no step of that number.** Nothing was posted. Use the numbers of the table.`,
};

/** What is longer is cut when it is sent. */
const MAX_TABLE = 60_000;

const NOT_ALL = md`**The plan is too long to show in full, and approving it approves all of it.** To see all of it, run \`minutebook plan --github --bodies\`.`;

/** A plan that a person has to approve before anything is posted. */
export function reportWaiting(whole: Plan, request: Request): CheckRun {
  const plan = shownPlan(whole);
  const { hash, isImplied = false, answers, how = "check-run" } = request;
  const { text, left } = foldBodies(plan.steps);
  const count = plan.steps.length === 0 ? "nothing to show here" : countSteps(plan);
  const table = stepsTable(plan.steps, plan, how === "check-run");
  const isCut = left > 0 || plan.steps.length > MAX_ROWS || table.length > MAX_TABLE;
  return {
    commit: plan.commit,
    conclusion: "action_required",
    title: `${answers === "another-plan" ? "Changed, waiting" : "Waiting"} for approval: ${count}`,
    summary: paragraphs(
      answers === undefined ? EMPTY : ANSWERS[answers],
      plan.approval.reason === null ? EMPTY : markdownText(plan.approval.reason.text),
      isCut ? NOT_ALL : EMPTY,
      how === "workflow" ? EMPTY : approvalLines(hash, changesOf(plan).length),
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

/** How all of it is approved, and how some of it. */
function approvalLines(hash: string, count: number): Markdown {
  const line = `/minutebook apply ${hash}`;
  const all = md`To post this, press the button or comment in this repository: ${raw(codeSpan(line))}`;
  if (count < 2) return all;
  return join(
    [
      all,
      md`To post only some of it, add their numbers: ${raw(codeSpan(`${line} ${count > 2 ? "1 2-3" : "1"}`))}`,
    ],
    "\n\n",
  );
}
