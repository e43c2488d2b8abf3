import { approvalReason } from "../../messages/reasons/approval-reasons.ts";
import type { Message } from "../../messages/message.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Head } from "../../github/port.ts";
import { configurationHash, configurationText, hashFor } from "../../pipeline/approval-hash.ts";
import { needsApproval } from "../../pipeline/run-push.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import type { VainApproval } from "../../pipeline/report/waiting.ts";
import { shownPlan } from "../../pipeline/report/shown.ts";
import { keysOfSteps } from "../../plan/select-steps.ts";
import { isOffer as isOfferNotice } from "../../plan/policy/offers.ts";
import { hashSteps } from "../../plan/plan-hash.ts";
import { changesOf } from "../../plan/step-actions.ts";
import type { PlanningTools, ReadingTools } from "../../pipeline/tools.ts";
import { PlanningError, runPlanning } from "../../pipeline/workers/run-planning.ts";
import type { Plan } from "../../plan/plan.ts";
import { hasRest } from "./rest.ts";
import type { Approved, Job, JobOf } from "../../queue/job.ts";

/**
 * What a job may do with a plan. `approved`: the plan is what a person was shown; the job that continues may post it.
 */
export type Verdict =
  /** @param keys - Of the only steps that a person approved. Absent: all. */
  | { readonly kind: "apply"; readonly keys?: readonly string[] }
  | { readonly kind: "approved"; readonly job: JobOf<"approval"> }
  /**
   * @param answers - What somebody tried to approve in vain. Absent: nobody tried.
   * @param reason - Why it waits, where the plan doesn't say so itself.
   */
  | { readonly kind: "wait"; readonly answers?: VainApproval; readonly reason?: Message };

/** Decides whether a plan may be posted: at once, because it is what a person approved, or not yet. */
export async function judge(
  tools: ReadingTools & Pick<PlanningTools, "ledger">,
  { plan, input }: Prepared,
  head: Head,
  job: Job,
): Promise<Verdict> {
  if (changesOf(plan).length === 0) return { kind: "apply" };
  if (job.cause !== "approval" && !isOffer(job)) return judgeUnasked(tools.ledger, plan);
  if (job.cause === "approval" && job.data.approved !== undefined)
    return judgeApproved(job.data.approved, plan, head);
  if (isOffer(job) && plan.approval.needed) return { kind: "wait" };
  const hash = isOffer(job)
    ? hashSteps(plan, await runPlanning(tools, "impliedSteps", input), configurationText(head))
    : hashFor(plan, head);
  if (hash !== job.data.plan) return { kind: "wait", answers: namesNoPlan(job) ? "no-plan" : "another-plan" };
  const keys = chosenKeys(job, plan);
  return keys === null
    ? { kind: "wait", answers: "no-such-step" }
    : { kind: "approved", job: goOn(job, plan, keys, head) };
}

/**
 * A plan that nobody was asked for. While steps of an earlier one wait, all do: else the rest would be posted with
 * them.
 */
async function judgeUnasked(ledger: Ledger, plan: Plan): Promise<Verdict> {
  if (needsApproval(plan)) return { kind: "wait" };
  if (await hasRest(ledger, plan.repository))
    return { kind: "wait", reason: approvalReason("rest-not-approved") };
  return { kind: "apply" };
}

/** What a person approved is in progress: a part of a plan, or all of what is left. */
function judgeApproved(given: Approved, plan: Plan, head: Head): Verdict {
  const isSame = given.commit === plan.commit && given.configuration === configurationHash(head);
  if (isSame && given.isPart === true) return { kind: "apply", keys: given.keys };
  return isSame && changesOf(plan).every(({ key }) => given.keys.includes(key))
    ? { kind: "apply" }
    : { kind: "wait", answers: "another-plan" };
}

/** The keys of the steps that somebody approved. null: the plan has no such steps. */
function chosenKeys(job: Approving, plan: Plan): readonly string[] | null {
  const numbers = job.cause === "approval" ? job.data.steps : undefined;
  return numbers === undefined
    ? changesOf(plan).map(({ key }) => key)
    : keysOfSteps(shownPlan(plan), numbers);
}

type Approving = JobOf<"approval"> | Offer;
type Offer = JobOf<"retry"> & { readonly data: { readonly button: "implied" } };

/** Whether somebody pressed the button that opens what is listed only. */
function isOffer(job: Job): job is Offer {
  return job.cause === "retry" && job.data.button === "implied";
}

/** Whether somebody wrote a command that approves, without the hash of a plan. */
function namesNoPlan(job: Approving): boolean {
  return job.cause === "approval" && job.data.unnamed === true;
}

/**
 * The hash of what the button would open that the check run lists only. Undefined: there is nothing, or it takes too
 * long to tell what it would come to.
 */
export async function hashOffer(
  tools: ReadingTools,
  { plan, input }: Prepared,
  head: Head,
): Promise<string | undefined> {
  if (!plan.notices.some(isOfferNotice)) return undefined;
  try {
    return hashSteps(plan, await runPlanning(tools, "impliedSteps", input), configurationText(head));
  } catch (error) {
    if (error instanceof PlanningError) return undefined;
    throw error;
  }
}

function goOn(job: Approving, plan: Plan, keys: readonly string[], head: Head): JobOf<"approval"> {
  const isPart = changesOf(plan).some(({ key }) => !keys.includes(key));
  const approved: Approved = {
    commit: plan.commit,
    configuration: configurationHash(head),
    keys: [...keys],
    ...(isPart ? { isPart } : {}),
  };
  return { ...job, cause: "approval", deliveryId: null, data: { ...job.data, approved } };
}
