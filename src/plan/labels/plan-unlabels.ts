import { configFor } from "../../config/series.ts";
import { milestoneReason } from "../../messages/reasons/milestone-reasons.ts";
import { findMarker } from "../marker.ts";
import { unlabelKey } from "../keys.ts";
import type { CommentStep, UnlabelStep } from "../plan.ts";
import type { Planning } from "../planning.ts";
import { isSameName } from "../../minutes/repository-name.ts";

/**
 * Plans to take the agenda's label off each issue that a meeting has now discussed. Only once, with the comment that
 * says so: whoever puts the label on again wants it on the next agenda.
 */
export function planUnlabels(comments: readonly CommentStep[], planning: Planning): readonly UnlabelStep[] {
  return comments
    .filter((step) => isNew(step, planning))
    .flatMap((step) =>
      labelsOf(step, planning)
        .filter((label) => removedBy(step, planning).some((name) => isSameName(name, label)))
        .map((label) => unlabelStep(step, label, planning)),
    );
}

function removedBy({ origin }: CommentStep, { input }: Planning): readonly string[] {
  return configFor(input.config, origin?.path ?? "").labels.removeWhenDiscussed;
}

/**
 * A comment that was first posted for this very commit is new too, or for one that was not applied in full: the plan
 * is made again after a failure. One that was only edited is not.
 */
function isNew({ action, body }: CommentStep, { input: { commit, unfinished = [] } }: Planning): boolean {
  if (action === "create") return true;
  if (action !== "keep" && action !== "update") return false;
  const marker = findMarker(body ?? "");
  const first = marker?.kind === "comment" && !marker.gone ? marker.first : undefined;
  return first !== undefined && [commit, ...unfinished].includes(first);
}

function labelsOf({ target }: CommentStep, planning: Planning): readonly string[] {
  const consent = planning.consentOf(target.repository);
  if (!consent.allowed || target.thread === "discussion") return [];
  const threads = Object.values(consent.state.threads);
  const thread = threads.find((one) => one.known && one.number === target.number);
  return thread?.known === true ? thread.labels : [];
}

function unlabelStep(step: CommentStep, label: string, planning: Planning): UnlabelStep {
  const { repository, number } = step.target;
  const path = step.origin?.path ?? "";
  return {
    kind: "unlabel",
    key: unlabelKey(planning.input.repository.name, path, `${repository}#${number}`, label),
    action: "delete",
    reason: milestoneReason("agenda-discussed"),
    origin: step.origin,
    repository,
    number,
    label,
    after: step.key,
  };
}
