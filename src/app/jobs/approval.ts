import { z } from "zod";
import type { Head } from "../../github/port.ts";
import { configurationHash, configurationText, hashFor } from "../../pipeline/approval-hash.ts";
import type { Prepared } from "../../pipeline/prepare.ts";
import { makePlan } from "../../plan/make-plan.ts";
import { hashSteps, writesOf } from "../../plan/plan-hash.ts";
import type { Plan, Step } from "../../plan/plan.ts";
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
export function judge({ plan, input }: Prepared, head: Head, job: Job): Verdict {
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
    ? hashSteps(plan, impliedSteps(plan, input), configurationText(head))
    : hashFor(plan, head);
  return hash === job.data.plan
    ? { kind: "approved", job: goOn(job, plan, head) }
    : { kind: "wait", isChanged: true };
}

/** The hash of what the button for actions that no mark names would open. Undefined: there are none. */
export function hashOffer({ plan, input }: Prepared, head: Head): string | undefined {
  if (!plan.notices.some(({ code }) => code === "implied-action")) return undefined;
  const { config } = input;
  const implied = { ...input, config: { ...config, actions: { ...config.actions, implied: true } } };
  const steps = impliedSteps(makePlan(implied), implied);
  return hashSteps(plan, steps, configurationText(head));
}

/** The issues that would be opened for actions that no mark names. */
function impliedSteps({ steps }: Plan, { files }: Prepared["input"]): readonly Step[] {
  const lines = new Set(
    files.flatMap(({ path, meeting }) =>
      (meeting?.actions ?? []).filter(({ implied }) => implied).map(({ line }) => `${path}:${line}`),
    ),
  );
  return steps.filter(
    ({ kind, action, origin }) =>
      kind === "issue" && action === "create" && lines.has(`${origin?.path}:${origin?.line}`),
  );
}

function goOn(job: Job, plan: Plan, head: Head): Job {
  const approved: z.output<typeof approval> = {
    commit: plan.commit,
    configuration: configurationHash(head),
    keys: writesOf(plan).map(({ key }) => key),
  };
  return { ...job, cause: "approval", deliveryId: null, data: { ...job.data, approved } };
}
