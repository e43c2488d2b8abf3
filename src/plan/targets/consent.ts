import type { Message } from "../../messages/message.ts";
import { consentReason } from "../../messages/reasons/consent-reasons.ts";
import { own } from "../../minutes/own.ts";
import { hasSameOwner, isSameName } from "../../minutes/repository-name.ts";
import { targetRepositories } from "../../config/target-repositories.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PlanInput } from "../input.ts";
import type { KnownRepository, Visibility } from "../snapshot.ts";
import { accepts } from "./accept.ts";

/** Whether minutes may be posted to a repository; if not, why. */
export type Consent =
  | { readonly allowed: true; readonly state: KnownRepository }
  | { readonly allowed: false; readonly reason: Message };

type ConsentInput = Pick<PlanInput, "repository" | "config" | "snapshot">;

/** What a repository says of itself that consent is judged by. */
export type Openness = Pick<KnownRepository, "name" | "visibility" | "accept">;

/** Less public is more. */
const SECRECY: Readonly<Record<Visibility, number>> = { public: 0, internal: 1, private: 2 };

/** Posting needs consent on both sides: the configuration's and the target's. */
export function findConsent(repository: RepositoryName, input: ConsentInput): Consent {
  if (!isConfigured(repository, input)) {
    return refuse(consentReason("not-configured", { repository }));
  }
  const state = own(input.snapshot.repositories, repository.toLowerCase());
  if (state === undefined) return refuse(consentReason("not-asked", { repository }));
  if (!state.known) {
    return state.reason === "unavailable"
      ? refuse(consentReason("no-answer", { repository }))
      : refuse(closedReason(repository, input.repository.name));
  }
  if (!isOpenTo(state, input.repository)) return refuse(closedReason(repository, input.repository.name));
  const refusal = privacyRefusal(state, input);
  if (refusal !== null) return refuse(refusal);
  if (state.archived) return refuse(consentReason("archived", { repository: state.name }));
  return { allowed: true, state };
}

/** Whether the paths of the minutes may be named there, whatever else may be posted. */
export function mayNameMinutes(state: KnownRepository, input: ConsentInput): boolean {
  return isOpenTo(state, input.repository) && privacyRefusal(state, input) === null;
}

/** Whether some readers of `other` may not be able to read `one`. */
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
  return hasSameOwner(state.name, minutes.name) && !isMoreSecret(state.visibility, minutes.visibility);
}

/** Whether a repository has the owner of the minutes, or has agreed to their posts. */
export function isOpenTo(state: Openness, minutes: Pick<PlanInput["repository"], "name" | "id">): boolean {
  return hasSameOwner(state.name, minutes.name) || accepts(state.accept, minutes);
}

/** Why a repository may not be posted to that has not agreed, or is not there, or not for us. */
export function closedReason(repository: RepositoryName, minutes: RepositoryName): Message {
  return consentReason("not-open", { repository, minutes });
}

/** Whether the minutes' configuration names a repository as a target. */
function isConfigured(repository: RepositoryName, input: Pick<PlanInput, "repository" | "config">): boolean {
  return targetRepositories(input.config, input.repository.name).some((name) => isSameName(name, repository));
}

function privacyRefusal(state: KnownRepository, input: ConsentInput): Message | null {
  const { name, visibility } = input.repository;
  if (isSameName(state.name, name)) return null;
  const isElsewhere = !hasSameOwner(state.name, name) && visibility !== "public";
  if (!isElsewhere && !isMoreSecret(visibility, state.visibility)) return null;
  const openness = isElsewhere ? "another owner's" : state.visibility;
  const less = { repository: state.name, visibility, openness };
  if (!input.config.quotePrivate) return consentReason("private-not-allowed", less);
  return accepts(state.accept, input.repository)
    ? null
    : consentReason("private-not-accepted", { ...less, minutes: name });
}

function refuse(reason: Message): Consent {
  return { allowed: false, reason };
}
