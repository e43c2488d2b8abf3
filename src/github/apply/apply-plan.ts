import type { Message } from "../../messages/message.ts";
import { errorText } from "../../messages/coded-error.ts";
import { applyReason } from "../../messages/reasons/apply-reasons.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import { LedgerError } from "../../ledger/ledger-error.ts";
import { GitHubError } from "../errors.ts";
import { applyComment, keepComment } from "./comment.ts";
import { CommentsNow } from "./comments-now.ts";
import { remember } from "./ledger-entries.ts";
import { findCreated } from "./find-created.ts";
import { applyIssue, keepIssue } from "./issue.ts";
import { IssuesNow } from "./issues-now.ts";
import { applyLabel, applyUnlabel } from "./label.ts";
import { applyAssignMilestone, applyMilestone } from "./milestone.ts";
import { failed, skipped, type ApplyResult, type StepResult } from "./result.ts";
import type { ApplyTools, Run } from "./run.ts";

/**
 * Brings about what the plan says, in its order, and decides nothing. One step that fails never stops the others, but
 * once GitHub asks for patience the rest is left for later.
 *
 * What a step is about to do is in the ledger before it is tried, and what GitHub answered after it, so that a plan
 * that is applied again, whole or from the middle, posts nothing twice.
 */
export async function applyPlan(plan: Plan, tools: ApplyTools): Promise<ApplyResult> {
  const { github, ledger, onResult, signal } = tools;
  const keys = plan.steps.map(({ key }) => key);
  const source = plan.repository.toLowerCase();
  // An action keeps its key where its repository is renamed, and another repository may have that name by now.
  const known = (await ledger.find({ keys })).filter((entry) => entry.source === source);
  const entries = new Map(known.map((entry) => [entry.key, entry]));
  const cold = (await ledger.findHead(source)) === null;
  const found = await findCreated(github, plan, entries, cold, ledger);
  const recent = new Set((await ledger.recallRecent({ keys })).map(({ key }) => key));
  const issuesNow = new IssuesNow(github, plan.steps, tools.now ?? Date.now);
  const commentsNow = new CommentsNow(github, plan.steps, tools.now ?? Date.now);
  const run: Run = {
    ...tools,
    plan,
    entries,
    found,
    links: new Map(),
    results: new Map(),
    issuesNow,
    commentsNow,
    recent,
  };
  let retryAfterSeconds: number | null = null;
  for (const step of plan.steps) {
    const wait = isChange(step) ? reasonToWait(retryAfterSeconds, signal) : null;
    const taken: Taken = wait === null ? await take(run, step) : [failed(step, wait, true), null];
    retryAfterSeconds ??= taken[1];
    run.results.set(step.key, taken[0]);
    onResult?.(taken[0]);
  }
  return { steps: [...run.results.values()], retryAfterSeconds };
}

/** How long to wait where GitHub limits us and does not say, in seconds. */
const DEFAULT_PATIENCE = 60;

type Taken = readonly [result: StepResult, patience: number | null];

function reasonToWait(retryAfterSeconds: number | null, signal: AbortSignal | undefined): Message | null {
  if (signal?.aborted) return applyReason("interrupted");
  return retryAfterSeconds === null ? null : applyReason("rate-limited");
}

async function take(run: Run, step: Step): Promise<Taken> {
  try {
    return [await (isChange(step) ? traced(run, step) : keep(run, step)), null];
  } catch (error) {
    // Without the ledger nothing may be posted: nobody would know.
    if (error instanceof LedgerError) throw error;
    if (!(error instanceof GitHubError))
      return [failed(step, applyReason("bug", { error: errorText(error) }), false), null];
    const isPatient = error.retryAfterSeconds !== null || error.status === 403 || error.status === 429;
    const limited = error.kind === "transient" && !error.outcomeUnknown && isPatient;
    const patience = limited ? (error.retryAfterSeconds ?? DEFAULT_PATIENCE) : null;
    return [failed(step, describeFailure(error), error.kind === "transient"), patience];
  }
}

function traced({ inSpan, ...run }: Run, step: Step): Promise<StepResult> {
  const act = () => execute(run, step);
  const { kind, action, key } = step;
  return inSpan === undefined ? act() : inSpan(`step ${kind} ${action}`, { "minutebook.step": key }, act);
}

async function keep(run: Run, step: Step): Promise<StepResult> {
  if (step.remember !== undefined) {
    await remember(run, step, step.remember);
    return skipped(step, step.reason);
  }
  if (step.kind === "issue") await keepIssue(run, step);
  if (step.action === "skip") return skipped(step, step.reason);
  if (step.kind === "comment") await keepComment(run, step);
  return { step, outcome: "kept", cause: null, transient: false, url: urlOf(step), dropped: [] };
}

function execute(run: Run, step: Step): Promise<StepResult> {
  switch (step.kind) {
    case "comment":
      return applyComment(run, step);
    case "issue":
      return applyIssue(run, step);
    case "milestone":
      return applyMilestone(run, step);
    case "assign-milestone":
      return applyAssignMilestone(run, step);
    case "label":
      return applyLabel(run, step);
    case "unlabel":
      return applyUnlabel(run, step);
  }
}

function urlOf(step: Step): string | null {
  if (step.kind === "comment") return step.commentUrl;
  return step.kind === "issue" || step.kind === "milestone" ? step.url : null;
}

/** Which of these it is says what can be done about it. */
function describeFailure({ kind, status, message: answer }: GitHubError): Message {
  if (kind === "transient") return applyReason("github-unavailable", { answer });
  return applyReason(status === 403 ? "github-forbidden" : "github-refused", { answer });
}
