import type { CheckRun } from "../../github/check-run.ts";
import type { StepResult } from "../../github/apply/result.ts";
import { EMPTY, join, type Markdown, md, paragraphs } from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";
import { isFirstPostedFor } from "../../plan/undo/brought.ts";
import { counted } from "../../messages/message.ts";
import { isOffer } from "../../plan/policy/offers.ts";
import { annotationsOf } from "./annotations.ts";
import { BUTTONS, type ButtonName } from "./buttons.ts";
import { countWords } from "./counts.ts";
import { renderExternalId } from "./external-id.ts";
import type { Retry } from "./retry.ts";
import { confidentialNote, shownResults } from "./shown.ts";
import { describeOutcome, resultsTable } from "./steps-table.ts";
import { unreadNote } from "./unread.ts";

/**
 * What was done on a push, what was skipped and why, and what will be tried again.
 *
 * @param offer - The hash of what the button for implied actions would open.
 */
export function reportApplied(
  plan: Plan,
  results: readonly StepResult[],
  retry: Retry = "by-itself",
  offer?: string,
): CheckRun {
  const shown = shownResults(results);
  const note = confidentialNote(plan);
  const none = note === EMPTY ? "Nothing to post" : "Nothing to show here";
  const unread = unreadNote(plan);
  const isSilent = shown.length === 0 && (note !== EMPTY || unread !== EMPTY);
  const said = isSilent ? note : summarize(shown, retry);
  return {
    commit: plan.commit,
    conclusion: conclude(plan, shown),
    title: countWords(shown.map(describeOutcome)) ?? none,
    summary: paragraphs(said, unread),
    text: paragraphs(resultsTable(shown, plan, retry), note),
    annotations: annotationsOf(plan.notices),
    buttons: buttonsFor(plan, shown, retry).map((name) => BUTTONS[name]),
    externalId: renderExternalId({ before: plan.before, ...(offer === undefined ? {} : { offer }) }),
  };
}

function conclude({ notices }: Plan, results: readonly StepResult[]): CheckRun["conclusion"] {
  const broken = results.some(({ outcome, transient }) => outcome === "failed" && !transient);
  if (broken || notices.some(({ level }) => level === "error")) return "failure";
  const left = results.some(({ outcome }) => outcome === "failed");
  return left || results.every(({ outcome }) => outcome === "skipped") ? "neutral" : "success";
}

const LATER: Readonly<Record<Retry, string>> = {
  "by-itself": "Minutebook retries for a day; to retry now, press the button",
  "by-hand": "to retry, run this again; nothing is posted twice",
};

function summarize(results: readonly StepResult[], retry: Retry): Markdown {
  if (results.length === 0) return md`These minutes have nothing to post.`;
  const left = results.filter(({ outcome, transient }) => outcome === "failed" && transient).length;
  const broken = results.filter(({ outcome, transient }) => outcome === "failed" && !transient).length;
  const parts = [md`What Minutebook did for these minutes, and why.`];
  if (left > 0) parts.push(md`GitHub couldn't be reached for ${counted(left, "step")}; ${LATER[retry]}.`);
  if (broken > 0) parts.push(md`${counted(broken, "step")} failed; see the reasons below.`);
  return join(parts, " ");
}

/** What a push brought can be taken back where the app receives the button's event. */
function buttonsFor(
  { notices, commit }: Plan,
  results: readonly StepResult[],
  retry: Retry,
): readonly ButtonName[] {
  const isPosted = results.some(
    ({ step, outcome }) => (outcome === "done" || outcome === "kept") && isFirstPostedFor(step, commit),
  );
  return [
    ...(results.some(({ outcome }) => outcome === "failed") ? ["retry" as const] : []),
    ...(notices.some(isOffer) ? ["implied" as const] : []),
    ...(isPosted && retry === "by-itself" ? ["undo" as const] : []),
  ];
}
