import type { Message } from "../../messages/message.ts";
import { withdrawalReason } from "../../messages/reasons/withdrawal-reasons.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import { actionsRepository, configFor } from "../../config/series.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";
import { mayNameMinutes } from "../targets/consent.ts";
import type { Planning } from "../planning.ts";
import type { KnownRepository } from "../snapshot.ts";

/**
 * Consent is needed to post, never to take back: the minutes may be private by now, `accept` withdrawn, the
 * repository no longer configured, or something switched off. What was posted there before still goes when the
 * minutes' words go.
 */

export type PlaceKind = "comment" | "issue" | "milestone";

/** Whether the other parts of the plan may write there for a file, and so look after what is there. */
export function mayPost(
  kind: PlaceKind,
  repository: RepositoryName,
  file: MinutesChange,
  planning: Planning,
): boolean {
  const { config, repository: minutes } = planning.input;
  if (!isOn(kind, file.path, planning) || !planning.consentOf(repository).allowed) return false;
  if (kind !== "issue") return true;
  const home = actionsRepository(config, file.path, minutes.name) ?? minutes.name;
  return isSameName(home, repository);
}

/** Whether anything of this kind is posted for a file. */
function isOn(kind: PlaceKind, path: string, { isOff, input }: Planning): boolean {
  if (isOff) return false;
  const config = configFor(input.config, path);
  return {
    comment: config.comments.enabled,
    issue: config.actions.enabled,
    milestone: config.releases.noteOnMilestone,
  }[kind];
}

/** What is in a place where nothing may be posted; `refusal`: why nothing can be taken back there now. */
export type Place =
  | { readonly state: KnownRepository; readonly refusal: Message | null }
  | { readonly state: null; readonly refusal: Message };

/**
 * @param path - Of the file of minutes that something is posted for.
 * @returns null: GitHub was not asked, or the rest of the plan looks after it, under another name of the repository
 */
export function findPlace(
  kind: PlaceKind,
  repository: RepositoryName,
  path: string,
  planning: Planning,
): Place | null {
  const state = planning.input.standing?.repositories[repository.toLowerCase()];
  if (state === undefined) return null;
  if (!state.known)
    return { state: null, refusal: withdrawalReason("withdrawal-waits-for-access", { repository }) };
  if (kind !== "issue" && isLookedAfter(kind, state.name, path, planning)) return null;
  const archived = withdrawalReason("withdrawal-waits-for-archive", { repository: state.name });
  return { state, refusal: state.archived ? archived : null };
}

/**
 * Whether what stays there may follow the minutes to another path. That posts nothing: it is recognized once
 * something may be posted.
 */
export function mayFollow(
  place: Extract<Place, { readonly state: KnownRepository }>,
  planning: Planning,
): boolean {
  return place.refusal === null && mayNameMinutes(place.state, planning.input);
}

/** Whether the rest of the plan may write to a repository for a file, by whatever name it knows it. */
export function isLookedAfter(
  kind: PlaceKind,
  name: RepositoryName,
  path: string,
  planning: Planning,
): boolean {
  if (!isOn(kind, path, planning)) return false;
  return Object.keys(planning.input.snapshot.repositories).some((asked) => {
    const consent = planning.consentOf(asked);
    return consent.allowed && isSameName(consent.state.name, name);
  });
}
