import { own } from "../../minutes/own.ts";
import { isSameName } from "../../config/names.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import type { KnownRepository, Visibility } from "../snapshot.ts";
import { accepts } from "./accept.ts";

/** Whether minutes may be posted to a repository; if not, why, as a sentence for people. */
export type Consent =
  | { readonly allowed: true; readonly state: KnownRepository }
  | { readonly allowed: false; readonly reason: string };

type ConsentInput = Pick<PlanInput, "repository" | "config" | "snapshot">;

/** What a repository says of itself that consent is judged by. */
export type Openness = Pick<KnownRepository, "name" | "visibility" | "accept">;

/** Less public is more. */
const SECRECY: Readonly<Record<Visibility, number>> = { public: 0, internal: 1, private: 2 };

/** Posting needs consent on both sides: the configuration's and the target's. */
export function findConsent(repository: RepositoryName, input: ConsentInput): Consent {
  if (!isConfigured(repository, input)) {
    return refuse(`${repository} is not among the repositories that the configuration names`);
  }
  const state = own(input.snapshot.repositories, repository.toLowerCase());
  if (state === undefined) return refuse(`GitHub was not asked about ${repository}`);
  if (!state.known) {
    return state.reason === "unavailable"
      ? refuse(`GitHub did not answer for ${repository}; the next push tries again`)
      : refuse(closedReason(repository, input.repository.name));
  }
  if (!isOpenTo(state, input.repository)) return refuse(closedReason(repository, input.repository.name));
  const refusal = privacyRefusal(state, input);
  if (refusal !== null) return refuse(refusal);
  if (state.archived) return refuse(`${state.name} is archived`);
  return { allowed: true, state };
}

/** Whether the paths of the minutes may be named there, whatever else may be posted. */
export function mayNameMinutes(state: KnownRepository, input: ConsentInput): boolean {
  return isOpenTo(state, input.repository) && privacyRefusal(state, input) === null;
}

/** Whether what stands in one place may not be read by everybody who reads another. */
export function isMoreSecret(one: Visibility, other: Visibility): boolean {
  return SECRECY[one] > SECRECY[other];
}

/**
 * Whether everybody who can read the minutes can read another repository: it is public, or of the same owner and as
 * open as the minutes. What is private elsewhere is private to other people.
 */
export function isReadableByReaders(
  state: Pick<KnownRepository, "name" | "visibility">,
  minutes: Pick<PlanInput["repository"], "name" | "visibility">,
): boolean {
  if (state.visibility === "public") return true;
  return isSameOwner(state.name, minutes.name) && !isMoreSecret(state.visibility, minutes.visibility);
}

/** Whether a repository has the owner of the minutes, or has agreed to their posts. */
export function isOpenTo(state: Openness, minutes: Pick<PlanInput["repository"], "name" | "id">): boolean {
  return isSameOwner(state.name, minutes.name) || accepts(state.accept, minutes);
}

/**
 * Why a repository may not be posted to that has not agreed, or is not there, or not for us. One sentence for all of
 * these: which of them it is, is nobody's business who cannot read that repository.
 */
export function closedReason(repository: RepositoryName, minutes: RepositoryName): string {
  return `${repository} is not open to ${minutes}: there may be no such repository, the app may not be installed there, or it has another owner and does not list ${minutes} under "accept" in its .github/minutebook.yml, or lists another repository that had this name before`;
}

/** Whether two repositories have the same owner. */
export function isSameOwner(one: RepositoryName, other: RepositoryName): boolean {
  return isSameName(ownerOf(one), ownerOf(other));
}

/** Whether the minutes' configuration names a repository as a target. */
function isConfigured(repository: RepositoryName, input: Pick<PlanInput, "repository" | "config">): boolean {
  return targetRepositories(input.config, input.repository.name).some((name) => isSameName(name, repository));
}

function privacyRefusal(state: KnownRepository, input: ConsentInput): string | null {
  const { name, visibility } = input.repository;
  if (isSameName(state.name, name)) return null;
  const isElsewhere = !isSameOwner(state.name, name) && visibility !== "public";
  if (!isElsewhere && !isMoreSecret(visibility, state.visibility)) return null;
  const less = `the minutes are ${visibility} and ${state.name} is ${isElsewhere ? "another owner's" : state.visibility}`;
  if (!input.config.quotePrivate) return `${less}; "quote-private: true" is not set`;
  if (!accepts(state.accept, input.repository)) {
    return `${less}; ${state.name} does not list ${name} under "accept"`;
  }
  return null;
}

function ownerOf(repository: RepositoryName): string {
  return repository.slice(0, repository.indexOf("/"));
}

function refuse(reason: string): Consent {
  return { allowed: false, reason };
}
