import { isSameName } from "../../config/names.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import type { KnownRepository, UnknownRepository, Visibility } from "../snapshot.ts";

/** Whether minutes may be posted to a repository; if not, why, as a sentence for people. */
export type Consent =
  | { readonly allowed: true; readonly state: KnownRepository }
  | { readonly allowed: false; readonly reason: string };

type ConsentInput = Pick<PlanInput, "repository" | "config" | "snapshot">;

/** Less public is more. */
const SECRECY: Readonly<Record<Visibility, number>> = { public: 0, internal: 1, private: 2 };

/** Posting needs consent on both sides: the configuration's and the target's. */
export function findConsent(repository: RepositoryName, input: ConsentInput): Consent {
  if (!isConfigured(repository, input)) {
    return refuse(`${repository} is not among the repositories that the configuration names`);
  }
  const state = input.snapshot.repositories[repository.toLowerCase()];
  if (state === undefined) return refuse(`GitHub was not asked about ${repository}`);
  if (!state.known) return refuse(unknownReason(repository, state));
  const refusal = ownerRefusal(state, input) ?? privacyRefusal(state, input);
  if (refusal !== null) return refuse(refusal);
  if (state.archived) return refuse(`${state.name} is archived`);
  return { allowed: true, state };
}

/** Whether what stands in one place may not be read by everybody who reads another. */
export function isMoreSecret(one: Visibility, other: Visibility): boolean {
  return SECRECY[one] > SECRECY[other];
}

/** Whether the minutes' configuration names a repository as a target. */
function isConfigured(repository: RepositoryName, input: Pick<PlanInput, "repository" | "config">): boolean {
  return targetRepositories(input.config, input.repository.name).some((name) => isSameName(name, repository));
}

function unknownReason(repository: RepositoryName, state: UnknownRepository): string {
  const words = state.message === "" ? "" : ` (${state.message})`;
  switch (state.reason) {
    case "not-found":
      return `there is no ${repository} that the app can see${words}`;
    case "not-installed":
      return `the app is not installed in ${repository}${words}`;
    case "blocked":
      return `${repository} blocks the app${words}`;
    case "unavailable":
      return `GitHub did not answer for ${repository}${words}; the next push tries again`;
  }
}

function ownerRefusal(state: KnownRepository, input: ConsentInput): string | null {
  const minutes = input.repository.name;
  if (isSameName(ownerOf(state.name), ownerOf(minutes)) || accepts(state, minutes)) return null;
  return `${state.name} has another owner and does not list ${minutes} under "accept" in its .github/minutebook.yml`;
}

function privacyRefusal(state: KnownRepository, input: ConsentInput): string | null {
  const { name, visibility } = input.repository;
  if (isSameName(state.name, name)) return null;
  if (!isMoreSecret(visibility, state.visibility)) return null;
  const less = `the minutes are ${visibility} and ${state.name} is ${state.visibility}`;
  if (!input.config.quotePrivate) return `${less}; "quote-private: true" is not set`;
  if (!accepts(state, name)) return `${less}; ${state.name} does not list ${name} under "accept"`;
  return null;
}

function accepts(state: KnownRepository, minutes: RepositoryName): boolean {
  return state.accept.some((name) => isSameName(name, minutes));
}

function ownerOf(repository: RepositoryName): string {
  return repository.slice(0, repository.indexOf("/"));
}

function refuse(reason: string): Consent {
  return { allowed: false, reason };
}
