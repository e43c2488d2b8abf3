import type { Job, JobOf } from "../queue/job.ts";
import { isButtonName } from "../pipeline/report/buttons.ts";
import { parseExternalId, type PushOrigin } from "../pipeline/report/external-id.ts";
import { EVERYTHING } from "../plan/undo/scope.ts";
import { type RepositoryPayload, repositoryOf } from "./repository-payload.ts";

/** What is needed of a `check_run` webhook's payload. */
export interface ButtonPayload {
  readonly action: string;
  readonly requested_action?: { readonly identifier?: string } | undefined;
  readonly check_run: { readonly head_sha: string; readonly external_id: string | null };
  readonly repository: RepositoryPayload;
  readonly sender: { readonly login: string };
  readonly installation?: { readonly id: number } | undefined;
}

/**
 * The job for a button that somebody pressed on a check run; GitHub's own "Re-run" means "Try again". The preview of a
 * pull request is only shown again, as far as the person who pressed may see it. null: there is no job.
 */
export function decideButton(payload: ButtonPayload, deliveryId: string): Job | null {
  const { action, requested_action, check_run, repository, sender, installation } = payload;
  const origin = parseExternalId(check_run.external_id);
  const name = action === "rerequested" ? "retry" : (requested_action?.identifier ?? "");
  if (installation === undefined || origin === null || !isButtonName(name)) return null;
  const job = { installationId: installation.id, ...repositoryOf(repository), deliveryId };
  if ("pull" in origin) {
    const data = { number: origin.pull, commit: check_run.head_sha, for: [sender.login] };
    return { ...job, cause: "pull_request", data };
  }
  if ("undo" in origin) {
    const isPlan = name === "undo" ? {} : { isPlan: true };
    return { ...job, cause: "undo", data: { by: sender.login, undo: origin.undo, ...isPlan } };
  }
  const { before } = origin;
  const data = { ...(before === undefined ? {} : { before }), commit: check_run.head_sha, by: sender.login };
  if (name === "retry") return { ...job, cause: "retry", data: { ...data, button: name } };
  if (name === "implied")
    return { ...job, cause: "retry", data: { ...data, button: name, plan: origin.offer ?? null } };
  if (name === "undo")
    return { ...job, cause: "undo", data: { ...data, undo: { ...EVERYTHING, commit: data.commit } } };
  return { ...job, cause: "approval", data: { ...data, ...approvalOf(origin) } };
}

interface Approval extends Pick<PushOrigin, "isImplied"> {
  /** The hash of the plan that is approved. Absent or null: it is not known. */
  readonly plan?: string | null;
}

/** What a job has to know that posts the plan of a check run. */
export function approvalOf({
  plan,
  isImplied,
}: Approval): Pick<JobOf<"approval">["data"], "button" | "plan"> {
  return { button: isImplied === true ? "implied" : "apply", plan: plan ?? null };
}
