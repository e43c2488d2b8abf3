import type { Head } from "../../github/port.ts";
import { configurationHash, configurationText, hashFor } from "../../pipeline/approval-hash.ts";
import { needsApproval } from "../../pipeline/run-push.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import type { VainApproval } from "../../pipeline/report/waiting.ts";
import { isOffer as isOfferNotice } from "../../plan/policy/offers.ts";
import { hashSteps } from "../../plan/plan-hash.ts";
import { changesOf } from "../../plan/step-actions.ts";
import type { ReadingTools } from "../../pipeline/tools.ts";
import { PlanningError, runPlanning } from "../../pipeline/workers/run-planning.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Approved, Job, JobOf } from "../../queue/job.ts";

/** What a job may do with a plan. `approved`: the plan is what a person was shown; the job that continues may post it. */
export type Verdict =
  | { readonly kind: "apply" }
  | { readonly kind: "approved"; readonly job: JobOf<"approval"> }
  /** @param answers - What somebody tried to approve in vain. Absent: nobody tried. */
  | { readonly kind: "wait"; readonly answers?: VainApproval };

/** Decides whether a plan may be posted: at once, because it is what a person approved, or not yet. */
export async function judge(
  tools: ReadingTools,
  { plan, input }: Prepared,
  head: Head,
  job: Job,
): Promise<Verdict> {
  if (changesOf(plan).length === 0) return { kind: "apply" };
  if (job.cause !== "approval" && !isOffer(job))
    return needsApproval(plan) ? { kind: "wait" } : { kind: "apply" };
  if (job.cause === "approval" && job.data.approved !== undefined)
    return isCovered(job.data.approved, plan, head)
      ? { kind: "apply" }
      : { kind: "wait", answers: "another-plan" };
  if (isOffer(job) && plan.approval.needed) return { kind: "wait" };
  const hash = isOffer(job)
    ? hashSteps(plan, await runPlanning(tools, "impliedSteps", input), configurationText(head))
    : hashFor(plan, head);
  return hash === job.data.plan
    ? { kind: "approved", job: goOn(job, plan, head) }
    : { kind: "wait", answers: namesNoPlan(job) ? "no-plan" : "another-plan" };
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

/** Whether an approval that was given before is for this plan, or for more than is left in it. */
function isCovered(given: Approved, plan: Plan, head: Head): boolean {
  const isSame = given.commit === plan.commit && given.configuration === configurationHash(head);
  return isSame && changesOf(plan).every(({ key }) => given.keys.includes(key));
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

function goOn(job: Approving, plan: Plan, head: Head): JobOf<"approval"> {
  const approved: Approved = {
    commit: plan.commit,
    configuration: configurationHash(head),
    keys: changesOf(plan).map(({ key }) => key),
  };
  return { ...job, cause: "approval", deliveryId: null, data: { ...job.data, approved } };
}
