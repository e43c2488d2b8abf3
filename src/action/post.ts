import type { ApplyResult, StepResult } from "../github/apply/result.ts";
import { GitHubError } from "../github/errors.ts";
import { applyPush, offerBack } from "../pipeline/apply-push.ts";
import { hashFor } from "../pipeline/approval-hash.ts";
import { reportApplied } from "../pipeline/report/applied.ts";
import { reportPreview } from "../pipeline/report/preview.ts";
import { shownPlan, shownResults } from "../pipeline/report/shown.ts";
import { reportWaiting } from "../pipeline/report/waiting.ts";
import type { PipelineTools } from "../pipeline/tools.ts";
import { writesOf } from "../plan/plan-hash.ts";
import { codeSpan, EMPTY, type Markdown, md, raw } from "../plan/media/markdown.ts";
import type { Plan } from "../plan/plan.ts";
import { hintsFor } from "./hints.ts";
import type { Inputs } from "./inputs.ts";
import { type Outcome, reported } from "./outcome.ts";
import type { Ready } from "./work.ts";

/** How often a plan is gone through where GitHub could not be reached for some of it. */
const PASSES = 3;

/** A runner is paid by the minute: longer waits are left to whoever runs the job again. In seconds. */
const MAX_PATIENCE = 300;

const SHORT_PATIENCE = 5;

/** Shows a plan, lets it wait for a person, or does what it says, as the inputs and the configuration have it. */
export async function post(
  tools: PipelineTools,
  ready: Ready,
  inputs: Pick<Inputs, "mode" | "approve">,
  here: string,
): Promise<Outcome> {
  const { plan } = ready.prepared;
  const hash = hashFor(plan, ready.head);
  if (inputs.mode === "plan") return reported(reportPreview(plan.commit, plan, [], { when: "now" }), plan);
  const isApproved = inputs.approve === true || inputs.approve === hash;
  if (plan.approval.needed && !isApproved && writesOf(plan).length > 0) {
    const isChanged = inputs.approve !== false;
    const outcome = reported(reportWaiting(plan, { hash, isChanged, how: "workflow" }), plan);
    return { ...outcome, waiting: true, hints: [howToApprove(plan, hash)] };
  }
  const { steps: results } = await applyInPasses(tools, plan);
  const notOffered = await tryToOffer(tools, ready, results);
  const report = reportApplied(plan, results, "by-hand");
  const left = notOffered.length > 0 || results.some(({ outcome }) => outcome === "failed");
  return {
    report: left ? { ...report, conclusion: "failure" } : report,
    reason: null,
    plan,
    results,
    waiting: false,
    hints: [
      ...notOffered,
      ...hintsFor(shownPlan(plan), shownResults(results), here),
      ...hiddenFailures(results),
    ],
  };
}

/** Says that something is left, even where it may not be shown what: nobody else runs the job again. */
function hiddenFailures(results: readonly StepResult[]): readonly Markdown[] {
  const isLeft = results.some(({ step, outcome }) => outcome === "failed" && step.confidential === true);
  return isLeft ? [md`Other steps failed. Run the job again to retry them.`] : [];
}

/** What was posted stays, and is reported all the same. Returns what went wrong. */
async function tryToOffer(
  tools: PipelineTools,
  { prepared, head, range }: Ready,
  results: readonly StepResult[],
): Promise<readonly Markdown[]> {
  try {
    await offerBack(tools, prepared, { head, range, results });
    return [];
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return [
      md`Minutebook couldn't open the pull request that links the issues. Run the job again to retry. GitHub's answer: ${error.message}`,
    ];
  }
}

/** What is done already is known by the ledger of this run, so going through it again does only the rest. */
async function applyInPasses(tools: PipelineTools, plan: Plan): Promise<ApplyResult> {
  for (let pass = 1; ; pass += 1) {
    const result = await applyPush(tools, plan);
    const left = result.steps.some(({ outcome, transient }) => outcome === "failed" && transient);
    const patience = result.retryAfterSeconds ?? SHORT_PATIENCE;
    if (!left || pass === PASSES || patience > MAX_PATIENCE || tools.signal.aborted) return result;
    tools.log.info({ seconds: patience }, "Some of it is tried again");
    await tools.wait(patience * 1000);
  }
}

function howToApprove({ before }: Plan, hash: string): Markdown {
  const from = before === null ? EMPTY : md` and ${raw(codeSpan(`from: ${before}`))}`;
  const approve = raw(codeSpan(`approve: ${hash}`));
  return md`To post this, run the workflow by hand (\`workflow_dispatch\`) with ${approve}${raw(from)}. Minutebook makes the plan again first; if it has changed, it is shown and not posted.`;
}
