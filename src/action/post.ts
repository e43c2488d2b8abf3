import type { Message } from "../messages/message.ts";
import { skippedEvent } from "../messages/skipped-events.ts";
import type { ApplyResult, StepResult } from "../github/apply/result.ts";
import type { CheckRun } from "../github/check-run.ts";
import type { Head } from "../github/port.ts";
import { applyPush } from "../pipeline/apply-push.ts";
import { hashFor } from "../pipeline/approval-hash.ts";
import { reportOutcome } from "../pipeline/report/outcome.ts";
import { reportPreview } from "../pipeline/report/preview.ts";
import { shownPlan, shownResults } from "../pipeline/report/shown.ts";
import {
  type Decision,
  needsApproval,
  type PushOutcome,
  type PushWork,
  type Ready,
  runPush,
} from "../pipeline/run-push.ts";
import type { PipelineTools } from "../pipeline/tools.ts";
import { codeSpan, EMPTY, type Markdown, md, raw } from "../plan/media/markdown.ts";
import type { Plan } from "../plan/plan.ts";
import { hintsFor } from "./hints.ts";
import type { Inputs } from "./inputs.ts";
import { nothing, type Outcome, reported } from "./outcome.ts";
import { findWork } from "./work.ts";

/** How often a plan is gone through where GitHub could not be reached for some of it. */
const PASSES = 3;

/** A runner is paid by the minute: longer waits are left to whoever runs the job again. In seconds. */
const MAX_PATIENCE = 300;

const SHORT_PATIENCE = 5;

/**
 * Shows the plan for the minutes on the default branch, lets it wait or applies it, as inputs and configuration say.
 */
export async function post(
  tools: PipelineTools,
  work: Posting,
  inputs: Pick<Inputs, "repository" | "mode" | "approve">,
  here: string,
): Promise<Outcome> {
  const head = await tools.github.readHead(inputs.repository);
  if (head.commit === null) return nothing(skippedEvent("nothing-pushed", { repository: head.name }));
  const found = findWork(work, head);
  if (found === null) return nothing(skippedEvent("nothing-new"));
  const outcome = await runPush(tools, head, found, {
    retry: "by-hand",
    stopsWhenOff: true,
    decide: async (ready) => decide(ready, inputs),
    apply: ({ plan }) => applyInPasses(tools, plan),
  });
  const report = reportOutcome(outcome, { retry: "by-hand", how: "workflow" });
  switch (outcome.kind) {
    case "empty":
      return nothing(skippedEvent("nothing-pushed", { repository: head.name }));
    case "off":
      return nothing(skippedEvent("turned-off"));
    case "misconfigured":
    case "no-minutes":
      return report === null ? nothing(whyNothing(found, head)) : reported(report);
    case "stopped": {
      const { plan } = outcome;
      return reported(reportPreview(plan.commit, plan, [], { when: "now" }), plan);
    }
    case "waiting": {
      const { plan } = outcome;
      const hints = [howToApprove(plan, hashFor(plan, head))];
      return { report, reason: null, plan, results: null, waiting: true, hints };
    }
    case "applied":
      return applied(outcome, report, here);
  }
}

type Posting = Parameters<typeof findWork>[0];

/** With `mode: plan` a plan is only shown. Of an approval by hash it has to be the plan that was approved. */
function decide({ plan, head }: Ready, { mode, approve }: Pick<Inputs, "mode" | "approve">): Decision {
  if (mode === "plan") return { kind: "stop" };
  const isApproved = approve === true || approve === hashFor(plan, head);
  return needsApproval(plan) && !isApproved
    ? { kind: "wait", ...(approve === false ? {} : { answers: "another-plan" as const }) }
    : { kind: "apply" };
}

function whyNothing(work: PushWork, { name }: Head): Message {
  return work.kind === "standing"
    ? skippedEvent("no-such-minutes", { repository: name })
    : skippedEvent("push-without-minutes");
}

function applied(
  { plan, results, offered }: Extract<PushOutcome, { readonly kind: "applied" }>,
  report: CheckRun | null,
  here: string,
): Outcome {
  const notOffered = howToOffer(offered.transient);
  const left = notOffered.length > 0 || results.some(({ outcome }) => outcome === "failed");
  return {
    report: report !== null && left ? { ...report, conclusion: "failure" } : report,
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

/** What was posted is reported anyway. */
function howToOffer(error: Error | null): readonly Markdown[] {
  if (error === null) return [];
  return [
    md`Minutebook couldn't open the pull request that links the issues. Run the job again to retry. GitHub's answer: ${error.message}`,
  ];
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
