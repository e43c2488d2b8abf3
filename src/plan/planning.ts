import { isSameName } from "../minutes/repository-name.ts";
import type { Meeting, RepositoryName } from "../minutes/meeting.ts";
import type { MinutesChange, PlanInput } from "./input.ts";
import type { LinkBase } from "./links.ts";
import { type Consent, findConsent } from "./targets/consent.ts";
import type { KnownThread, OwnComment } from "./snapshot.ts";

/** What all parts of one plan share. */
export interface Planning {
  readonly input: PlanInput;
  /** Links pinned to the commit that was read. */
  readonly base: LinkBase;
  readonly files: readonly MinutesChange[];
  /** Nothing is posted at all: `mode: off`, or texts of the team's that cannot be used. */
  readonly isOff: boolean;
  readonly consentOf: (repository: RepositoryName) => Consent;
  /** Our comments on a thread as they will be once what is planned so far is done, oldest first. */
  readonly commentsOn: (thread: KnownThread) => readonly OwnComment[];
}

/** A file whose minutes could be read. */
export interface ReadFile extends MinutesChange {
  readonly meeting: Meeting;
}

export function startPlanning(input: PlanInput, files: readonly MinutesChange[], isOff = false): Planning {
  const consents = new Map<string, Consent>();
  return {
    input,
    files,
    isOff,
    commentsOn: ({ comments }) => comments,
    base: {
      webUrl: input.snapshot.webUrl,
      repository: input.repository.name,
      commit: input.commit,
      renamed: findRenamed(input.snapshot),
    },
    consentOf: (repository) => {
      const key = repository.toLowerCase();
      const consent = consents.get(key) ?? findConsent(repository, input);
      consents.set(key, consent);
      return consent;
    },
  };
}

/** Those that GitHub knows by another name than the one that was asked for. */
function findRenamed({ repositories }: PlanInput["snapshot"]): ReadonlyMap<string, RepositoryName> {
  const renamed = Object.entries(repositories).flatMap(([asked, state]) =>
    state.known && !isSameName(state.name, asked) ? [[asked, state.name] as const] : [],
  );
  return new Map(renamed);
}

/** Whether a file has minutes now. One that could not be read has neither minutes nor gone ones. */
export function isRead(file: MinutesChange): file is ReadFile {
  return file.meeting !== null;
}

/** Whether a file was removed, not merely unreadable. */
export function isRemoved(file: MinutesChange): boolean {
  return file.meeting === null && file.problem === null;
}

/**
 * Whether minutes that cannot be processed have another name now. What was posted for them stays as it is, and
 * follows the name: else it would not be recognized once they can be.
 */
export function isMovedUnread(file: Pick<MinutesChange, "problem" | "previousPath">): boolean {
  return file.problem !== null && file.previousPath !== null;
}

/** By what the plan's files were called before, what they are called now. */
export function findMoves(files: readonly MinutesChange[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ path, previousPath }) => (previousPath === null ? [] : [[previousPath, path] as const])),
  );
}

/**
 * Whether minutes keep more private than before, so that what they no longer say may be private now. Nobody reads
 * what is, so that nobody can tell it from what was merely taken out.
 */
export function keepsMorePrivate(file: MinutesChange): boolean {
  const count = (meeting: Meeting | null): number =>
    (meeting?.privateParts ?? []).reduce((sum, { line, endLine }) => sum + endLine - line + 1, 0);
  return count(file.meeting) > count(file.previous);
}

/** The paths under which something may be posted for a file: its own, and the one before it was renamed. */
export function pathsOf(file: Pick<MinutesChange, "path" | "previousPath">): readonly string[] {
  return file.previousPath === null ? [file.path] : [file.path, file.previousPath];
}

/** Whether a marker was written for these minutes' repository, renamed or not. */
export function isOwnMarker(
  marker: { readonly repository: string; readonly repositoryId: string | null },
  repository: Pick<PlanInput["repository"], "name" | "id">,
): boolean {
  const id = repository.id ?? null;
  if (id !== null && marker.repositoryId !== null) return id === marker.repositoryId;
  return isSameName(marker.repository, repository.name);
}
