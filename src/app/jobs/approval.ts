import { hasCode } from "../../messages/reasons.ts";
import { z } from "zod";
import type { Head } from "../../github/port.ts";
import { configurationHash, configurationText, hashFor } from "../../pipeline/approval-hash.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { hashSteps, writesOf } from "../../plan/plan-hash.ts";
import type { ReadingTools } from "../../pipeline/tools.ts";
import { PlanningError, runPlanning } from "../../pipeline/workers/run-planning.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Job } from "../../queue/queue.ts";

/** What a job may do with a plan. `approved`: the plan is what a person was shown; the job that goes on may post it. */
export type Verdict =
  | { readonly kind: "apply" }
  | { readonly kind: "approved"; readonly job: Job }
  /** @param isChanged - Something was approved, but another plan. */
  | { readonly kind: "wait"; readonly isChanged: boolean };

/**
 * What stays of an approval while its plan is brought about, in several tries if need be: what is done by then is no
 * longer in the plan, and the rest is among these steps.
 */
const approval = z.object({
  commit: z.string(),
  configuration: z.string(),
  keys: z.array(z.string()),
});

/** Decides whether a plan may be posted: at once, because it is what a person approved, or not yet. */
export async function judge(
  tools: ReadingTools,
  { plan, input }: Prepared,
  head: Head,
  job: Job,
): Promise<Verdict> {
  const writes = writesOf(plan);
  if (writes.length === 0) return { kind: "apply" };
  const given = approval.safeParse(job.data.approved).data;
  if (given !== undefined) {
    const isSame = given.commit === plan.commit && given.configuration === configurationHash(head);
    const isCovered = isSame && writes.every(({ key }) => given.keys.includes(key));
    return isCovered ? { kind: "apply" } : { kind: "wait", isChanged: true };
  }
  const isOffer = job.cause !== "approval" && job.data.button === "implied";
  if (job.cause !== "approval" && !isOffer)
    return plan.approval.needed ? { kind: "wait", isChanged: false } : { kind: "apply" };
  if (isOffer && plan.approval.needed) return { kind: "wait", isChanged: false };
  const hash = isOffer
    ? hashSteps(plan, await runPlanning(tools, "impliedSteps", input), configurationText(head))
    : hashFor(plan, head);
  return hash === job.data.plan
    ? { kind: "approved", job: goOn(job, plan, head) }
    : { kind: "wait", isChanged: true };
}

/**
 * The hash of what the button for actions that no mark names would open. Undefined: there are none, or it takes too long
 * to tell what they would come to.
 */
export async function hashOffer(
  tools: ReadingTools,
  { plan, input }: Prepared,
  head: Head,
): Promise<string | undefined> {
  if (!plan.notices.some((notice) => hasCode(notice, "implied-action"))) return undefined;
  try {
    return hashSteps(plan, await runPlanning(tools, "impliedSteps", input), configurationText(head));
  } catch (error) {
    if (error instanceof PlanningError) return undefined;
    throw error;
  }
}

function goOn(job: Job, plan: Plan, head: Head): Job {
  const approved: z.output<typeof approval> = {
    commit: plan.commit,
    configuration: configurationHash(head),
    keys: writesOf(plan).map(({ key }) => key),
  };
  return { ...job, cause: "approval", deliveryId: null, data: { ...job.data, approved } };
}
