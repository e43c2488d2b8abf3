import { own } from "../../minutes/own.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import type { Step } from "../plan.ts";
import { isReadableByReaders } from "../targets/consent.ts";

/**
 * What may not be shown to the minutes' readers: whatever was read from a repository that not all of them can read.
 * One that is not there, has not agreed or was not asked is no different, or its absence would tell.
 */

type Input = Pick<PlanInput, "repository" | "config" | "snapshot" | "standing">;

/** The configured repositories that reports show nothing about, as the configuration names them. */
export function findConfidential(input: Input): readonly RepositoryName[] {
  return targetRepositories(input.config, input.repository.name).filter(
    (name) => own(input.snapshot.repositories, name.toLowerCase()) !== undefined && !isShown(name, input),
  );
}

/** Marks the steps that concern such repositories. */
export function markConfidential<S extends Step>(steps: readonly S[], input: Input): readonly S[] {
  const shown = new Map<string, boolean>();
  return steps.map((step) => {
    const name = step.kind === "comment" ? step.target.repository : step.repository;
    const isKnown = shown.get(name) ?? isShown(name, input);
    shown.set(name, isKnown);
    return isKnown ? step : { ...step, confidential: true };
  });
}

function isShown(name: RepositoryName, { repository, config, snapshot, standing }: Input): boolean {
  if (isSameName(name, repository.name)) return true;
  const asked = own(snapshot.repositories, name.toLowerCase());
  const state =
    asked ??
    Object.values(snapshot.repositories).find((other) => other.known && isSameName(other.name, name));
  if (state?.known) return isReadableByReaders(state, repository);
  // Nor may what is only asked about because something was posted there once.
  const posted = Object.entries(standing?.repositories ?? {}).find(
    ([one, other]) => isSameName(one, name) || (other.known && isSameName(other.name, name)),
  )?.[1];
  if (posted !== undefined) return posted.known && isReadableByReaders(posted, repository);
  // Nothing was requested about one that is not configured: whatever is said about it is in the minutes.
  return !targetRepositories(config, repository.name).some((target) => isSameName(target, name));
}
